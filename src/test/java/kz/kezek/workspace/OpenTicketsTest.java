package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import kz.kezek.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class OpenTicketsTest {

    private static final long ME = 1;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final OpenTickets tickets = new OpenTickets(jdbc, JsonMapper.shared());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void seesWhatIsOpenedChangedAndClosed() {
        register("A");
        register("B");
        assertThat(numbers()).containsExactlyInAnyOrder("A", "B");
        jdbc.sql("update ticket set state = 'CLOSED' where number = 'A'").update();
        jdbc.sql("update ticket set clock = 'FIRST_ANSWER', due_at = '2026-11-23T05:00:00Z' where number = 'B'")
                .update();
        register("C");
        assertThat(numbers()).containsExactlyInAnyOrder("B", "C");
        assertThat(tickets.standing(ME).tickets())
                .filteredOn(ticket -> ticket.number().equals("B"))
                .extracting(OpenTicket::due)
                .containsExactly(1_795_410_000L);
        assertThat(tickets.standing(ME).tickets()).isSortedAccordingTo(OpenTicket.BY_DEADLINE);
        jdbc.sql("update ticket set state = 'IN_PROGRESS' where number = 'A'").update();
        assertThat(numbers()).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void missesNothingOfATransactionThatWasBegunBeforeAndEndedAfterALook() throws Exception {
        register("A");
        try (Connection slow = database.dataSource().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update ticket set state = 'CLOSED' where number = 'A'");
            register("B");
            assertThat(numbers()).containsExactlyInAnyOrder("A", "B");
            register("C");
            assertThat(numbers()).containsExactlyInAnyOrder("A", "B", "C");
            slow.commit();
        }
        assertThat(numbers()).containsExactlyInAnyOrder("B", "C");
    }

    private List<String> numbers() {
        return tickets.standing(ME).tickets().stream().map(OpenTicket::number).toList();
    }

    private void register(String number) {
        jdbc.sql("""
                insert into ticket (number, state, channel, received_at, registered_at, summary, applicant_name,
                    applicant_address, applicant_id, submission, missing_items, last_event_at)
                values (?, 'REGISTERED', 'MAIL', now(), now(), '', '', '', '', '{}', '{}', now())
                """).param(number).update();
    }
}
