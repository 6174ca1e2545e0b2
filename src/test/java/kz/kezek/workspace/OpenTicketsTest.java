package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import kz.kezek.TestDatabase;
import kz.kezek.storage.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class OpenTicketsTest {

    private static final long ME = 1;

    private final TestDatabase database = TestDatabase.fresh();
    private final DelegatingDataSource source = new DelegatingDataSource(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(source);
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

    @Test
    void beginsAnewWhenAnotherServerGoesOnFromACopyThatWasBehind(@TempDir Path folder) {
        register("A");
        register("LOST");
        assertThat(numbers()).containsExactlyInAnyOrder("A", "LOST");
        try (EmbeddedPostgres other = EmbeddedPostgres.start(folder)) {
            goOnWith(other);
            register("A");
            assertThat(numbers()).containsExactly("A");
            register("B");
            assertThat(numbers()).containsExactlyInAnyOrder("A", "B");
        }
    }

    @Test
    void beginsAnewWhenTheOtherServerHasGoneFartherMeanwhile(@TempDir Path folder) {
        register("A");
        register("LOST");
        assertThat(numbers()).containsExactlyInAnyOrder("A", "LOST");
        long reached = transaction();
        try (EmbeddedPostgres other = EmbeddedPostgres.start(folder)) {
            goOnWith(other);
            register("A");
            register("B");
            jdbc.sql("do $$ begin for i in 0..%d loop perform pg_current_xact_id(); commit; end loop; end $$"
                            .formatted(reached))
                    .update();
            assertThat(transaction()).isGreaterThan(reached);
            assertThat(numbers()).containsExactlyInAnyOrder("A", "B");
        }
    }

    private void goOnWith(EmbeddedPostgres other) {
        source.setTargetDataSource(new DriverManagerDataSource(other.jdbcUrl(), other.user(), other.password()));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private long transaction() {
        return jdbc.sql("select pg_current_xact_id()::text").query(Long.class).single();
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
