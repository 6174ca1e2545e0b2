package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import kz.kezek.ProgramProcess;
import kz.kezek.ProgramProcess.Ended;
import kz.kezek.RunningDesk;
import kz.kezek.TestDatabase;
import kz.kezek.intake.smtp.SmtpTalk;
import kz.kezek.storage.DatabaseContents;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's commands as a shell runs them, beside the running program and without it. */
class CommandProcessesTest {

    private static final String TOKEN = "kzk_token-of-the-commands-test";

    private static GreenMail world;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheWorld() {
        world = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        world.start();
    }

    @AfterAll
    static void stopIt() {
        world.stop();
    }

    @Test
    void serveOpensItsDoorWhereTheSettingsSay() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            String port = Integer.toString(taken.getLocalPort());
            Ended ended = run(
                    Map.of("KEZEK_HTTP_PORT", "0", "KEZEK_SMTP_PORT", port, "KEZEK_SMTP_ADDRESS", "127.0.0.2"),
                    "serve",
                    "--data=" + folder);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).contains("Port " + port + " on 127.0.0.2 cannot be used");
        }
    }

    @Test
    void ledgerCheckSaysWhatDoesNotAddUp() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Map<String, String> named = named(database);
            try (ProgramProcess program = serve(folder, named)) {
                post(program, "a@example.kz");
                post(program, "b@example.kz");
                settled(program, 2);
                assertThat(run(named, "ledger", "check"))
                        .satisfies(good -> assertThat(good.exitCode())
                                .as(good.out() + good.err())
                                .isZero())
                        .extracting(Ended::out)
                        .asString()
                        .containsPattern("letters offered +2")
                        .containsPattern("ticket +2")
                        .containsPattern("contents compared +2")
                        .containsPattern("differences +0");

                JdbcClient jdbc = JdbcClient.create(database.dataSource());
                jdbc.sql("delete from received_message where custody_id = 1").update();
                jdbc.sql(
                                "update blob set bytes = bytes || 'x'::bytea where sha256 = (select sha256 from custody where id = 2)")
                        .update();
                Ended bad = run(named, "ledger", "check");
                assertThat(bad.exitCode()).isEqualTo(1);
                assertThat(bad.out())
                        .containsPattern("differences +2")
                        .containsPattern("LETTER_NOT_FILED +1\\R")
                        .containsPattern("BYTES_DIFFER +[0-9a-f]{64}\\R");
                Ended quick = run(named, "ledger", "check", "--quick", "--json");
                assertThat(quick.exitCode()).isEqualTo(1);
                assertThat(new JsonMapper()
                                .readTree(quick.out())
                                .at("/differences/0/subject")
                                .asString())
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void replayForeseesWithoutChangingAnythingWhatItThenDoes() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Map<String, String> named = named(database);
            deliver(named, "person@example.kz");
            deliver(named, "office@sud.kz");
            leaveToAnOlderVersion(database);
            try (ProgramProcess program = serve(folder, named)) {
                Map<String, List<String>> before = DatabaseContents.of(database.dataSource());
                Ended foreseen = run(named, "replay", "--since", "2026-01-01", "--dry-run");
                assertThat(foreseen.exitCode()).as(foreseen.err()).isZero();
                assertThat(foreseen.out().lines())
                        .hasSize(2)
                        .anyMatch(line -> line.matches("1  \\S+  QUARANTINE -> LETTER  fate"))
                        .endsWith("Nothing was changed; letters read: 2, read differently: 1.");
                assertThat(DatabaseContents.of(database.dataSource())).isEqualTo(before);
                assertThat(fates(program)).containsExactly("QUARANTINE", "QUARANTINE");

                Ended done = run(named, "replay", "--since", "2026-01-01");
                assertThat(done.out()).startsWith("Letters given back to be settled anew: 2.");
                List<JsonNode> entries = settled(program, 2);
                assertThat(entries)
                        .extracting(entry -> entry.get("envelopeFrom").asString() + " "
                                + entry.get("fate").asString())
                        .containsExactlyInAnyOrder("person@example.kz TICKET", "office@sud.kz QUARANTINE");
            }
        }
    }

    @Test
    void restoresWhatWasBackedUpBesideTheRunningProgram() throws Exception {
        Path old = folder.resolve("old");
        Path fresh = folder.resolve("fresh");
        String backup = folder.resolve("backup").toString();
        Map<String, String> nothing = Map.of();
        try (ProgramProcess program = serve(old, nothing)) {
            for (int i = 0; i < 5; i++) {
                post(program, "applicant" + i + "@example.kz");
            }
            settled(program, 5);
            RunningDesk.await(
                    "an empty outbox", () -> get(program, "outbox", "letters"), CommandProcessesTest::allLeft);
            Ended written = run(nothing, "backup", backup, "--data", old.toString());
            assertThat(written.exitCode()).as(written.err()).isZero();
            assertThat(written.out()).startsWith("Backup of ").contains("tables", "rows");
            assertThat(run(nothing, "backup", backup, "--data", old.toString()).exitCode())
                    .isEqualTo(1);
        }
        Ended restored = run(nothing, "restore", backup, "--data", fresh.toString());
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("restored; letters 5, differences in the ledger 0.");
        Map<String, List<String>> was = contents(old);
        assertThat(was.get("ticket")).hasSize(5);
        assertThat(contents(fresh)).isEqualTo(was);

        Ended again = run(nothing, "restore", backup, "--data", fresh.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err())
                .startsWith("kezek: There is a database in this folder already")
                .hasLineCount(1);
    }

    private static Map<String, List<String>> contents(Path data) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            var source = new PGSimpleDataSource();
            source.setUrl(server.jdbcUrl());
            source.setUser(server.user());
            source.setPassword(server.password());
            return DatabaseContents.of(source);
        }
    }

    /** As a version did that could not settle letters which this one can. */
    private static void leaveToAnOlderVersion(TestDatabase database) {
        DataSource source = database.dataSource();
        int left = JdbcClient.create(source).sql("""
                        update custody set fate = 'QUARANTINE', settled_at = received_at, quarantine_reason = 'NOT_SETTLED',
                            detail = 'not settled in 5 attempts'
                        where fate is null
                        """).update();
        assertThat(left).isEqualTo(2);
    }

    private static void deliver(Map<String, String> named, String from) {
        Ended taken = ProgramProcess.run(letter(from), named, "deliver", "-f", from, "office@sud.kz");
        assertThat(taken.exitCode()).as(taken.err()).isZero();
    }

    private static Ended run(Map<String, String> environment, String... command) {
        return ProgramProcess.run("", environment, command);
    }

    private static ProgramProcess serve(Path data, Map<String, String> environment) {
        var settings = new java.util.HashMap<>(environment);
        settings.putAll(Map.of(
                "KEZEK_BOOTSTRAP_TOKEN",
                TOKEN,
                "KEZEK_RELAY_PORT",
                Integer.toString(world.getSmtp().getPort())));
        return ProgramProcess.serve(data, 0, settings);
    }

    private static Map<String, String> named(TestDatabase database) {
        return Map.of(
                "KEZEK_DATABASE_URL", database.url(),
                "KEZEK_DATABASE_USER", database.user(),
                "KEZEK_DATABASE_PASSWORD", database.password());
    }

    private static String letter(String from) {
        return "From: " + from + "\r\nTo: office@sud.kz\r\nSubject: Вопрос\r\nMessage-ID: <1." + from
                + ">\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nНе вхожу: " + from + "\r\n";
    }

    private static void post(ProgramProcess program, String from) throws Exception {
        try (SmtpTalk talk = SmtpTalk.greeted(program.smtp())) {
            assertThat(talk.letter(from, "office@sud.kz", letter(from))).startsWith("250");
        }
    }

    private static List<String> fates(ProgramProcess program) throws Exception {
        return entries(program).stream()
                .map(entry -> entry.get("fate").asString())
                .toList();
    }

    /** The ledger once so many letters have their fate. */
    private static List<JsonNode> settled(ProgramProcess program, int count) {
        Predicate<JsonNode> hasFate = entry -> entry.hasNonNull("fate");
        return RunningDesk.await(
                count + " settled letters",
                () -> entries(program),
                entries -> entries.stream().filter(hasFate).count() == count);
    }

    private static boolean allLeft(List<JsonNode> outbox) {
        return outbox.size() == 5
                && outbox.stream()
                        .allMatch(entry -> entry.at("/letter/state").asString().equals("DELIVERED"));
    }

    private static List<JsonNode> entries(ProgramProcess program) throws Exception {
        return get(program, "ledger", "entries");
    }

    private static List<JsonNode> get(ProgramProcess program, String path, String list) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + program.http() + "/api/v1/" + path + "?limit=100"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build();
            String body = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            return new JsonMapper().readTree(body).get(list).values().stream().toList();
        }
    }
}
