package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.DeskVisitor.Answer;
import kz.kezek.RightsTable.Row;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every address of the program, found or not, allowed or not: reading changes nothing, and every answer is guarded. */
class EveryAddressTest {

    /** Kept by the program itself while time goes by: sessions, timers, alarms, the hour a token was last used. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("spring_session", "spring_session_attributes", "scheduled_tasks", "alarm", "api_token");

    /** Reading that is itself written down: who saves a letter as it came is named in the journal. */
    private static final Map<String, Set<String>> JOURNALLED = Map.of(
            "GET /desk/ledger/{id:\\d{1,18}}/raw", Set.of("journal_entry"),
            "GET /desk/outbox/{id:[0-9a-f-]{36}}/raw", Set.of("journal_entry"));

    /** Shown in a frame of our own pages: letters and files of strangers, in a sandbox. */
    private static final Set<String> FRAMED = Set.of("'none'", "'self'");

    /** Types of what is public and about nobody: drawings of ours, the feed of known faults. */
    private static final Map<String, String> CACHED =
            Map.of("image/svg+xml", "immutable", "application/atom+xml", "max-age=60");

    private static InhabitedDesk inhabited;
    private static RunningDesk desk;
    private static JdbcClient jdbc;
    private static DeskVisitor keeper;
    private static DeskVisitor auditor;
    private static Map<String, List<String>> keepersToken = Map.of();
    private static Map<String, List<String>> auditorsToken = Map.of();

    @BeforeAll
    static void begin() throws Exception {
        inhabited = new InhabitedDesk();
        desk = inhabited.desk;
        keeper = inhabited.keeper;
        auditor = DeskVisitor.signedIn(desk, "auditor", "Аудитор", Role.AUDITOR);
        keepersToken = keeper.formToken("/profile");
        auditorsToken = auditor.formToken("/profile");
        jdbc = JdbcClient.create(desk.database.dataSource());
    }

    @AfterAll
    static void stop() {
        inhabited.close();
    }

    /** Those of the program; what signs in and out is tried by the tests of sessions. */
    static Stream<Row> rows() {
        return RightsTable.rows().stream().filter(row -> !row.byFilter());
    }

    static Stream<Row> readings() {
        return rows().filter(row -> !row.endpoint().changes());
    }

    @ParameterizedTest
    @MethodSource("readings")
    void changesNothingWhenItIsRead(Row row) {
        var before = rowsOfTables();

        ask(keeper, row);
        ask(keeper, row, "HX-Request", "true");
        ask(DeskVisitor.of(desk), row);

        assertThat(changed(before, rowsOfTables()))
                .isEqualTo(JOURNALLED.getOrDefault(row.endpoint().toString(), Set.of()));
    }

    @Test
    void noticesAChange() {
        var before = rowsOfTables();

        keeper.send("/desk/canned", "/desk/views", Map.of("name", List.of("Ещё")));

        assertThat(changed(before, rowsOfTables())).containsExactly("saved_view");
    }

    /** For each table which rows it has and which transaction wrote each: a row written anew as it was counts as changed. */
    private static Map<String, String> rowsOfTables() {
        Map<String, String> rows = new TreeMap<>();
        for (String table : tables()) {
            rows.put(table, fingerprint(table));
        }
        return rows;
    }

    private static String fingerprint(String table) {
        return jdbc.sql("select coalesce(md5(string_agg(ctid || ' ' || xmin, ' ' order by ctid)), '') from " + table)
                .query(String.class)
                .single();
    }

    private static List<String> tables() {
        return jdbc
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !HOUSEKEEPING.contains(table))
                .toList();
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(table -> !Objects.equals(after.get(table), before.get(table)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void guardsEveryAnswer(Row row) {
        String path = row.path(inhabited.values(row.endpoint()));
        String method = row.endpoint().asked();
        var bearer = "Bearer " + RunningDesk.TOKEN;

        if (!row.endpoint().changes()) {
            assertGuarded(ask(keeper, row));
            assertGuarded(DeskVisitor.of(desk).ask(method, path, Map.of(), "Authorization", bearer));
        }
        assertGuarded(DeskVisitor.of(desk).ask(method, path, Map.of()));
        assertGuarded(auditor.ask(method, row.toNothing(), auditorsToken));
        assertGuarded(keeper.ask("DELETE", path, keepersToken));
        assertGuarded(keeper.ask("TRACE", path, Map.of()));
    }

    private static void assertGuarded(Answer answer) {
        Map<String, List<String>> policy = policyOf(answer);
        assertThat(policy.getOrDefault("script-src", policy.get("default-src")))
                .as("scripts")
                .isSubsetOf("'self'", "'none'");
        assertThat(policy.getOrDefault("object-src", policy.get("default-src")))
                .as("objects")
                .containsExactly("'none'");
        assertThat(policy.get("base-uri")).as("base-uri").containsExactly("'none'");
        assertThat(policy.get("form-action")).as("form-action").isSubsetOf("'self'", "'none'");
        assertThat(policy.get("frame-ancestors")).as("frame-ancestors").isSubsetOf(FRAMED);
        boolean guest = policy.getOrDefault("frame-ancestors", List.of()).contains("'self'");
        assertThat(policy.getOrDefault("style-src", List.of()).contains("'unsafe-inline'") && !guest)
                .as("inline styles outside the frames of strangers' letters")
                .isFalse();
        assertThat(one(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(one(answer, "X-Frame-Options")).isEqualTo(guest ? "SAMEORIGIN" : "DENY");
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(one(answer, "Cache-Control"))
                .contains(CACHED.getOrDefault(type.replaceFirst(";.*", ""), "no-store"));
        assertThat(one(answer, "Referrer-Policy")).isIn("same-origin", "no-referrer");
        if (type.startsWith("text/") && !type.startsWith("text/event-stream")) {
            assertThat(type.toLowerCase(Locale.ROOT)).contains("charset=utf-8");
        }
        if (answer.status() >= 400) {
            assertThat(answer.text()).doesNotContain("Exception", "at kz.kezek", "at org.", "at java.", "SQL", "trace");
        }
    }

    private static Map<String, List<String>> policyOf(Answer answer) {
        return Arrays.stream(one(answer, "Content-Security-Policy").split(";"))
                .map(directive -> directive.strip().split(" +"))
                .collect(Collectors.toMap(
                        words -> words[0], words -> List.of(words).subList(1, words.length)));
    }

    private static String one(Answer answer, String name) {
        var values = answer.headers().allValues(name);
        assertThat(values).as(name + " of " + answer).hasSize(1);
        return values.getFirst();
    }

    /** What belongs to the second ticket, asked for under the address of the first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /desk/t/FIRST/answers/ANSWER/files/1",
                "GET /desk/t/FIRST/information-requests/REQUEST/files/1",
                "GET /desk/t/FIRST/notes/NOTE/files/1",
                "GET /desk/t/FIRST/drafts/answer/files/DRAFT",
                "POST /desk/t/FIRST/answers/ANSWER/withdrawal",
                "POST /desk/t/FIRST/information-requests/REQUEST/withdrawal",
                "POST /api/v1/tickets/FIRST/answers/ANSWER/withdrawal",
                "POST /api/v1/tickets/FIRST/information-requests/REQUEST/withdrawal",
                "POST /desk/t/FIRST/drafts/answer/files/DRAFT/removal",
            })
    void hasNothingOfAnotherTicket(String act) {
        var before = rowsOfTables();
        Function<String, Answer> underTheTicket = ticket -> ask(keeper, filled(act, ticket));

        assertThat(underTheTicket.apply(InhabitedDesk.FIRST).status()).isEqualTo(404);
        assertThat(changed(before, rowsOfTables())).isEmpty();
        assertThat(underTheTicket.apply(InhabitedDesk.SECOND).status()).isNotEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.css", "/vendor/none.js", "/webjars/none", "/favicon.ico"})
    void beginsNoSessionForAStrangerWhoFindsNothing(String path) {
        int before = sessions();

        Answer answer = DeskVisitor.of(desk).ask("GET", path, Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    private static int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    /** The draft of a withdrawn answer, the children of an incident, the seconds to undo: nothing by a number of another ticket. */
    @Test
    void showsNoWordOfAnotherTicketByItsNumbers() {
        String page = "/desk/t/" + InhabitedDesk.FIRST + "?compose=answer&withdrawn="
                + inhabited.answer(InhabitedDesk.SECOND);

        assertThat(keeper.page(page).text()).doesNotContain("About second", InhabitedDesk.SECOND);
    }

    private static String filled(String act, String ticket) {
        return act.replace("FIRST", ticket)
                .replace("NOTE", inhabited.note(InhabitedDesk.SECOND))
                .replace("ANSWER", inhabited.answer(InhabitedDesk.SECOND))
                .replace("REQUEST", inhabited.request(InhabitedDesk.SECOND))
                .replace("DRAFT", inhabited.draftFile(InhabitedDesk.SECOND));
    }

    private static Answer ask(DeskVisitor visitor, String act) {
        String[] words = act.split(" ");
        if (words[1].startsWith("/api/")) {
            return DeskVisitor.of(desk)
                    .ask(words[0], words[1], Map.of(), "Authorization", "Bearer " + RunningDesk.TOKEN);
        }
        Map<String, List<String>> fields = new HashMap<>(keepersToken);
        fields.put("idempotencyKey", List.of("key"));
        return visitor.ask(words[0], words[1], fields);
    }

    private static Answer ask(DeskVisitor visitor, Row row, String... headers) {
        String path = row.path(inhabited.values(row.endpoint()));
        return row.endpoint().isOfMachines()
                ? DeskVisitor.of(desk)
                        .ask(row.endpoint().asked(), path, Map.of(), "Authorization", "Bearer " + RunningDesk.TOKEN)
                : visitor.ask(row.endpoint().asked(), path, Map.of(), headers);
    }
}
