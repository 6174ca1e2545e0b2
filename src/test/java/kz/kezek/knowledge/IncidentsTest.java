package kz.kezek.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import kz.kezek.TestDatabase;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.knowledge.KnownProblem.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IncidentsTest {

    private static final Instant BEGAN = Instant.parse("2026-11-23T05:15:00Z");
    private static final Instant ENDED = BEGAN.plus(Duration.ofHours(2));
    private static final Actor SUPERVISOR = new Actor.AgentActor(7);
    private static final Texts TEXT = new Texts("Не работает подпись", "Қол қою жұмыс істемейді", "Signing is down");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Journal journal = new Journal(jdbc);
    private final Incidents incidents = new Incidents(jdbc, journal);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void lastsFromItsBeginningUntilItsEnd() {
        long id = done(() -> incidents.begin(BEGAN, TEXT, SUPERVISOR, BEGAN));
        assertThat(incidents.between(BEGAN, BEGAN)).hasSize(1);
        assertThat(done(() -> incidents.end(id, ENDED, SUPERVISOR, ENDED))).isTrue();

        Incident incident = incidents.between(BEGAN, ENDED).getFirst();
        assertThat(incident.isOn(BEGAN.minusSeconds(1))).isFalse();
        assertThat(incident.isOn(BEGAN)).isTrue();
        assertThat(incident.isOn(BEGAN.plusSeconds(1))).isTrue();
        assertThat(incident.isOn(ENDED)).isFalse();
        assertThat(incident.isOn(ENDED.plusSeconds(1))).isFalse();
        assertThat(incidents.between(ENDED, ENDED)).isEmpty();
        assertThat(incidents.between(BEGAN.minusSeconds(9), BEGAN.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void endsNeitherBeforeItBeganNorWhenThereIsNone() {
        long id = done(() -> incidents.begin(BEGAN, TEXT, SUPERVISOR, BEGAN));
        assertThat(done(() -> incidents.end(id, BEGAN, SUPERVISOR, ENDED))).isFalse();
        assertThat(done(() -> incidents.end(id + 1, ENDED, SUPERVISOR, ENDED))).isFalse();
    }

    @Test
    void tellsTheJournalOfEachChange() {
        long id = done(() -> incidents.begin(BEGAN, TEXT, SUPERVISOR, BEGAN));
        done(() -> incidents.rewrite(id, new Texts("а", "ә", "a"), SUPERVISOR, ENDED));
        done(() -> incidents.end(id, ENDED, SUPERVISOR, ENDED));
        assertThat(journal.entries("incidents", 0, 9))
                .extracting(entry -> entry.act().action())
                .containsExactly("incident.begun", "incident.rewritten", "incident.ended");
    }

    private <T> T done(Supplier<T> work) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
