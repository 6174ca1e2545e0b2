package kz.kezek.demo;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.identity.Accounts;
import kz.kezek.identity.NewAgent;
import kz.kezek.identity.Role;
import kz.kezek.intake.smtp.SmtpDoor;
import kz.kezek.journal.Actor;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.TicketRegister;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What makes a running program a demonstration: people to sign in as, and letters on their way. */
@Component
@ConditionalOnProperty("kezek.demo.sink-port")
public class Demonstration {

    /** The password of every demonstration agent. */
    public static final String PASSWORD = "kezek-pokazhi-1401";

    private static final List<NewAgent> SPECIALISTS = List.of(
            new NewAgent("aigerim", "Айгерим Сатыбалдиева", "АС", EnumSet.of(Role.SHIFT_LEAD), Language.RU),
            new NewAgent("daniyar", "Данияр Оспанов", "ДО", EnumSet.of(Role.AGENT), Language.KK),
            new NewAgent("marina", "Марина Тян", "МТ", EnumSet.of(Role.AGENT), Language.RU));

    private final Accounts accounts;
    private final TicketRegister tickets;
    private final SmtpDoor door;
    private final DemoPost post;
    private final Clock clock;

    Demonstration(Accounts accounts, TicketRegister tickets, SmtpDoor door, Regulation regulation, Clock clock) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.door = door;
        this.post = new DemoPost(door::port, regulation.service().address(), clock);
        this.clock = clock;
    }

    /** The logins of the specialists, who are there from now on. */
    public List<String> seedSpecialists() {
        SPECIALISTS.forEach(specialist ->
                accounts.createIfAbsent(specialist, PASSWORD, new Actor.SystemActor("demo"), clock.instant()));
        return SPECIALISTS.stream().map(NewAgent::login).toList();
    }

    /** The port of the SMTP door. */
    public int smtpPort() {
        return door.port();
    }

    /** How many tickets there are, up to the given number. */
    public int tickets(int most) {
        return tickets.page(Optional.empty(), 0, most).size();
    }

    /**
     * Sends letters through the SMTP door, evenly over the time given, going on after those that are tickets already.
     *
     * @throws MessagingException when the door refuses one
     */
    public void sendLetters(int letters, Duration over) throws MessagingException, InterruptedException {
        post.send(tickets(Integer.MAX_VALUE), letters, over);
    }
}
