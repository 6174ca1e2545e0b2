package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kz.kezek.RunningDesk;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.UnlockedTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * S7: the scheduler's lease is not what makes a timer act once. Here nobody asks for it: two fire every timer at the same
 * moment. With the lock on the ticket each acts once; with that taken away too they act twice, and the count sees it.
 */
class TimersWithoutLeaseTest {

    private static final int TICKETS = 20;

    /** The schedulers look once, before there is any timer, and not again. */
    private final RunningDesk desk = RunningDesk.at("2026-07-13T04:00:00Z", Map.of("kezek.timers.poll", "1h"));

    private final ConfigurableApplicationContext node = desk.startAnotherNode();
    private final JdbcClient jdbc = JdbcClient.create(desk.database.dataSource());

    @BeforeEach
    void askEveryApplicant() throws Exception {
        for (int i = 0; i < TICKETS; i++) {
            String author = "applicant" + i + "@example.kz";
            String letter = "From: %s\r\nSubject: x\r\n\r\nLetter %d\r\n".formatted(author, i);
            desk.post(letter.getBytes(StandardCharsets.US_ASCII), author, "office@sud.kz");
        }
        delivered("ACCEPTANCE_NOTICE");
        for (int i = 1; i <= TICKETS; i++) {
            desk.post("/api/v1/tickets/SK-26-%06d/information-requests".formatted(i), Map.of("items", List.of("os")));
        }
        delivered("INFORMATION_REQUEST");
        desk.clock.set(OffsetDateTime.parse("2026-07-15T14:00+05:00").toInstant());
    }

    @AfterEach
    void stop() {
        node.close();
        desk.close();
    }

    @Test
    void actOnceAlthoughTwoFireThemAtTheSameMoment() throws Exception {
        DueTimers timers = node.getBean(DueTimers.class);

        fireEachTwice(timers::fire);

        assertThat(reminded()).hasSize(TICKETS).allMatch(times -> times == 1);
    }

    @Test
    void actTwiceWithoutTheLockOnTheTicket() throws Exception {
        TransactionTemplate transaction = node.getBean(TransactionTemplate.class);
        for (ClockTimer timer : due()) {
            // Between the question whether it is still meant and what it does, the other does it.
            DueTimers unlocked = unlocked(effect -> {
                apart(() -> node.getBean(DueTimers.class).fire(timer));
                node.publishEvent(effect);
            });
            transaction.executeWithoutResult(status -> unlocked.fire(timer));
        }

        assertThat(reminded()).hasSize(TICKETS).allMatch(times -> times == 2);
    }

    private DueTimers unlocked(ApplicationEventPublisher publisher) {
        return new DueTimers(
                UnlockedTickets.of(node),
                node.getBean(TicketClocks.class),
                node.getBean(Regulation.class),
                node.getBean(CalendarVersions.class),
                publisher,
                node.getBean(Clock.class));
    }

    private List<ClockTimer> due() {
        List<ClockTimer> due = jdbc
                .sql("select task_instance from scheduled_tasks where task_name = 'clock'")
                .query(String.class)
                .list()
                .stream()
                .map(ClockTimer::named)
                .toList();
        assertThat(due).hasSize(TICKETS);
        return due;
    }

    private void fireEachTwice(Consumer<ClockTimer> firing) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (ClockTimer timer : due()) {
                var together = new CyclicBarrier(2);
                Runnable fire = () -> {
                    await(together);
                    firing.accept(timer);
                };
                List<Future<?>> both = List.of(two.submit(fire), two.submit(fire));
                for (Future<?> one : both) {
                    one.get();
                }
            }
        }
    }

    /** In a transaction of its own, to the end. */
    private static void apart(Runnable firing) {
        try {
            Thread.ofVirtual().start(firing).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often each applicant was reminded, of those who were. */
    private List<Integer> reminded() {
        return jdbc.sql("select count(*) from ticket_event where type = 'ApplicantReminded' group by ticket_id")
                .query(Integer.class)
                .list();
    }

    private void delivered(String kind) {
        RunningDesk.await(
                TICKETS + " letters " + kind,
                () -> jdbc.sql("select count(*) from letter where state = 'DELIVERED' and starts_with(kind, ?)")
                        .param(kind)
                        .query(Integer.class)
                        .single(),
                delivered -> delivered == TICKETS);
    }
}
