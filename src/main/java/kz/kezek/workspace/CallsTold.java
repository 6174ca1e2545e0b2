package kz.kezek.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.intake.PhoneDesk;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.Ticket.RunningClock;
import kz.kezek.workspace.CallPage.Match;
import kz.kezek.workspace.CallPage.Matches;
import org.springframework.stereotype.Component;

/** What is told during a call: whose open tickets look like the caller's, and afterwards number and deadline in few words. */
@Component
class CallsTold {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);

    private final CallMatches matches;
    private final PhoneDesk phone;
    private final Regulation regulation;
    private final CalendarInForce calendars;

    CallsTold(CallMatches matches, PhoneDesk phone, Regulation regulation, CalendarInForce calendars) {
        this.matches = matches;
        this.phone = phone;
        this.regulation = regulation;
        this.calendars = calendars;
    }

    /**
     * The open tickets that may be the caller's.
     *
     * @param journalled whether a look-up by the caller's number was written down; it is made only then
     */
    Matches matches(CallForm form, boolean journalled, Moments moments) {
        var id = form.id().filter(known -> journalled);
        boolean asked = id.isPresent() || form.phone().isPresent() || CallMatches.says(form.value("name"));
        List<Match> found = asked
                ? matches.of(id, form.phone(), form.value("name")).stream()
                        .map(ticket -> match(ticket, moments))
                        .toList()
                : List.of();
        return new Matches(asked, id.isPresent(), form.doubtAboutId(), found);
    }

    private static Match match(CallMatches.Found found, Moments moments) {
        return new Match(
                new TicketLink(found.number()),
                Masking.of(found.summary()),
                found.language().orElse(Language.RU),
                found.applicant(),
                moments.near(found.receivedAt()),
                TicketPage.Stage.valueOf(found.state().name()),
                found.by().stream().map(kind -> "call.match." + kind).toList());
    }

    /** What to tell about a ticket that began with a call. */
    CallTakenPage page(Ticket ticket, Moments moments) {
        Optional<Instant> due = ticket.clock().map(RunningClock::dueAt);
        String address = ticket.applicant().address();
        return new CallTakenPage(
                new TicketLink(ticket.number().toString()),
                due.map(moments::full),
                Optional.of(address).filter(known -> !known.isEmpty()),
                phone.lastCaller(ticket.id()).map(PhoneNumber::shown),
                ticket.missingItems(),
                due.map(at -> texts(ticket, at)).orElse(List.of()));
    }

    private List<SmsText> texts(Ticket ticket, Instant due) {
        Language first = ticket.language().orElse(Language.RU);
        ZoneId zone = calendars.current().zone();
        return Stream.of(Language.values())
                .sorted(Comparator.comparing(language -> language != first))
                .map(language -> new SmsText(
                        language,
                        Words.in(language)
                                .text(
                                        "call.sms",
                                        number(ticket, language),
                                        due.atZone(zone).format(SHORT),
                                        regulation.service().phone())))
                .toList();
    }

    /** In English the number stands in Latin letters: one in Cyrillic would more than halve what a message holds. */
    private static String number(Ticket ticket, Language language) {
        return language == Language.EN
                ? ticket.number().ascii()
                : ticket.number().toString();
    }
}
