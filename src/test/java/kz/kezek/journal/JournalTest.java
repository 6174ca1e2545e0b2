package kz.kezek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.kezek.TestDatabase;
import kz.kezek.journal.Actor.AgentActor;
import kz.kezek.journal.Verification.Broken;
import kz.kezek.journal.Verification.Fault;
import kz.kezek.journal.Verification.Intact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class JournalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant AT = Instant.parse("2026-07-10T10:30:00.123456789Z");
    private static final Actor AGENT = new AgentActor(12);

    private final String stream = "ticket:" + UUID.randomUUID();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Journal journal;

    @BeforeEach
    void open() {
        DataSource source = DATABASE.dataSource();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        journal = new Journal(jdbc);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void givesBackWhatWasRecordedInItsOrder() {
        record(act("ticket.registered").with("channel", "MAIL"));
        record(act("ticket.assigned").with("to", "12"));

        var entries = journal.entries(stream, 0, 10);

        assertThat(entries).extracting(JournalEntry::seq).containsExactly(1L, 2L);
        assertThat(entries.getFirst().act()).isEqualTo(act("ticket.registered").with("channel", "MAIL"));
        assertThat(entries.getFirst().at()).isEqualTo(Instant.parse("2026-07-10T10:30:00.123456Z"));
        assertThat(entries.getLast().actor()).isEqualTo(AGENT);
        assertThat(entries.getLast().previousHash())
                .isEqualTo(entries.getFirst().hash());
    }

    @Test
    void isIntactWhenNobodyTouchedIt() {
        IntStream.range(0, 5).forEach(i -> record(act("ticket.noted").with("number", "" + i)));

        assertThat(journal.verify(stream)).isEqualTo(new Intact(5));
        assertThat(journal.verify("ticket:another")).isEqualTo(new Intact(0));
    }

    @Test
    void isIntactOverMoreThanOnePageOfEntries() {
        transaction.executeWithoutResult(
                status -> IntStream.range(0, 2001).forEach(i -> journal.record(act("ticket.noted"), AGENT, AT)));

        assertThat(journal.verify(stream)).isEqualTo(new Intact(2001));
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> journal.record(act("ticket.registered"), AGENT, AT));
    }

    @Test
    void leavesNoTraceOfWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            journal.record(act("ticket.registered"), AGENT, AT);
            status.setRollbackOnly();
        });

        assertThat(journal.entries(stream, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set action = 'nothing'",
                "update journal_entry set action = 'nothing' where false",
                "delete from journal_entry",
                "truncate journal_entry",
                "insert into journal_entry select * from journal_entry on conflict (stream, seq) do update set seq = 2"
            })
    void refusesEveryChangeOfWhatIsWritten(String change) {
        record(act("ticket.registered"));

        assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
        assertThat(journal.verify(stream)).isEqualTo(new Intact(1));
    }

    @ParameterizedTest
    @CsvSource({
        "stream, 'ticket:another', MISSING",
        "at, 2026-07-10 10:30:01+00, ALTERED",
        "actor, agent:13, ALTERED",
        "actor, nobody, ALTERED",
        "action, ticket.closed, ALTERED",
        "subject, СК-26-004813, ALTERED",
        "data, '{\"to\": \"13\"}', ALTERED",
        "data, '{}', ALTERED",
        "previous_hash, '\\x0000000000000000000000000000000000000000000000000000000000000000', ALTERED",
        "hash, '\\x0000000000000000000000000000000000000000000000000000000000000000', ALTERED",
        "seq, 7, MISSING"
    })
    void findsEachFieldThatWasChangedBehindItsBack(String column, String value, Fault fault) {
        record(act("ticket.registered"));
        record(act("ticket.assigned").with("to", "12"));
        record(act("ticket.answered"));

        behindItsBack("update journal_entry set %s = '%s' where seq = 2 and"
                .formatted(column, value.replace("another", stream)));

        assertThat(journal.verify(stream)).isEqualTo(new Broken(2, fault));
    }

    @Test
    void findsAnEntryTakenOut() {
        IntStream.range(0, 3).forEach(i -> record(act("ticket.noted")));

        behindItsBack("delete from journal_entry where seq = 2 and");

        assertThat(journal.verify(stream)).isEqualTo(new Broken(2, Fault.MISSING));
    }

    @Test
    void examinesAllStreamsAndNamesThoseThatDoNotHold() {
        var another = Act.of("ticket:" + UUID.randomUUID(), "ticket.noted", "СК-26-004812");
        record(act("ticket.registered"));
        record(act("ticket.answered"));
        transaction.executeWithoutResult(
                status -> IntStream.range(0, 1001).forEach(i -> journal.record(another, AGENT, AT)));
        Examination before = journal.examine();

        behindItsBack("update journal_entry set action = 'ticket.closed' where seq = 2 and");
        Examination after = journal.examine();

        assertThat(before.broken()).doesNotContainKeys(stream, another.stream());
        assertThat(after.broken())
                .containsEntry(stream, new Broken(2, Fault.ALTERED))
                .doesNotContainKey(another.stream());
        assertThat(after.entries()).isEqualTo(before.entries()).isGreaterThanOrEqualTo(1003);
        assertThat(after.streams()).isEqualTo(before.streams()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void findsAnEntryForgedWithAHashOfItsOwn() {
        record(act("ticket.registered"));
        record(act("ticket.assigned"));
        var forged = JournalEntry.after(JournalEntry.NO_HASH, 1, AT, new AgentActor(13), act("ticket.registered"));

        behindItsBack("delete from journal_entry where seq = 1 and");
        new JournalEntries(jdbc).append(forged);

        assertThat(journal.verify(stream)).isEqualTo(new Broken(2, Fault.UNCHAINED));
    }

    @Test
    void keepsOneChainWhenManyWriteAtOnce() throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<JournalEntry>>();
            for (int i = 0; i < 40; i++) {
                work.add(() -> record(act("ticket.noted")));
            }
            for (var written : writers.invokeAll(work)) {
                assertThat(written.get().act().stream()).isEqualTo(stream);
            }
        }

        assertThat(journal.verify(stream)).isEqualTo(new Intact(40));
    }

    @ParameterizedTest
    @CsvSource({
        "ИИН 850315300123, ИИН ********0123",
        "ИИН850315300123., ИИН********0123.",
        "8503 1530 0123, ******** 0123",
        "850315-300123, ********0123",
        "kzk_abcdefghijklmnop, kzk_…",
        "+7 701 123 45 67, +7 701 123 45 67",
        "12 июля 2026 года в 15:30, 12 июля 2026 года в 15:30",
        "e3b0c44298fc1c149afbf4c899123456789012a1, e3b0c44298fc1c149afbf4c899123456789012a1"
    })
    void blotsOutNumbersOfPersonsAndTokens(String told, String kept) {
        var entry = record(act("ticket.noted").with("text", told));

        assertThat(entry.act().data()).containsEntry("text", kept);
    }

    @Test
    void blotsOutThePersonInTheSubject() {
        var entry = record(Act.of(stream, "applicant.viewed", "850315300123"));

        assertThat(entry.act().subject()).isEqualTo("********0123");
    }

    @Test
    void blotsOutPrivateKeysAlsoWhenCutShort() {
        var whole = "see -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- above";
        var cut = "see -----BEGIN PRIVATE KEY-----\nMIIE";

        var entry = record(act("ticket.noted").with("whole", whole).with("cut", cut));

        assertThat(entry.act().data())
                .containsEntry("whole", "see [private key] above")
                .containsEntry("cut", "see [private key]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Secret", "token", "private_key"})
    void refusesADetailNamedLikeASecret(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> record(act("agent.created").with(name, "anything")));
    }

    @Test
    void survivesTextThatTheDatabaseCannotKeep() {
        var entry = record(act("ticket.noted").with("text", "a\0b\uD800c😀"));

        assertThat(entry.act().data()).containsEntry("text", "a\uFFFDb\uFFFDc😀");
        assertThat(journal.verify(stream)).isEqualTo(new Intact(1));
    }

    private Act act(String action) {
        return Act.of(stream, action, "СК-26-004812");
    }

    private JournalEntry record(Act act) {
        return transaction.execute(status -> journal.record(act, AGENT, AT));
    }

    private void behindItsBack(String change) {
        jdbc.sql("alter table journal_entry disable trigger journal_entry_append_only")
                .update();
        jdbc.sql(change + " stream = :stream").param("stream", stream).update();
        jdbc.sql("alter table journal_entry enable trigger journal_entry_append_only")
                .update();
    }
}
