package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent mends what was read of the five items; what the letter said stays in the history, and no clock moves. */
class CorrectedItemsOverHttpTest {

    private static final String TICKET = "/desk/t/SK-26-000001";

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private DeskVisitor agent = DeskVisitor.of(desk);

    @BeforeEach
    void receive() throws Exception {
        agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        String letter = """
                From: a@example.kz
                To: office@sud.kz
                Subject: Question
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                2) Используемый вид Web-браузера: Chrome 148
                4) Текст ошибки: ошибка 500
                Действия, при которых возникает ошибка: нажал «Отправить»
                5) Отправитель: Ахметова Айгуль, ИИН 900101300017
                """;
        desk.post(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), "a@example.kz", "office@sud.kz");
        desk.tickets(1);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void fillsWhatWasMissingAndKeepsWhatWasRead() {
        String due = due();
        send(Map.of("JAVA", "8u431"));

        var page = agent.page(TICKET);
        assertThat(page.select(".five .missing .name").eachText()).containsExactly("ЭЦП и срок");
        assertThat(page.select("#fact-JAVA").val()).isEqualTo("8u431");
        assertThat(page.select(".event span").text()).contains("Айгерим С.: исправлены пункты 3");
        assertThat(due()).isEqualTo(due);
        assertThat(form("data -> 'before' -> 'missing'")).isEqualTo("[1, 3]");
    }

    @Test
    void mendsANameAndLeavesTheMaskedNumberWhole() {
        var page = agent.page(TICKET);
        assertThat(page.select("#fact-APPLICANT_ID").val()).isEqualTo("••••••••0017");
        send(Map.of("FULL_NAME", "Ахметова Айгуль Кайратовна", "APPLICANT_ID", "••••••••0017"));

        assertThat(agent.page(TICKET).select(".applicant dd").eachText())
                .contains("Ахметова Айгуль Кайратовна", "••••••••0017");
        assertThat(sql("select applicant_id from ticket")).isEqualTo("900101300017");
    }

    @Test
    void changesNothingWhenNothingWasTyped() {
        send(Map.of());
        assertThat(
                        sql(
                                "select count(*)::text from ticket_event where type like '%FormCompleted%' or type like 'form%'"))
                .isEqualTo("0");
    }

    @Test
    void comesBackWithWhatWasTypedWhenItCannotBeRead() {
        var refused = agent.send(
                TICKET,
                TICKET + "/items",
                Map.of(
                        "APPLICANT_ID", List.of("abc"),
                        "FULL_NAME", List.of("Ахметова Айгуль Кайратовна"),
                        "ACTIONS", List.of("а".repeat(5001))));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = DeskVisitor.document(refused);
        assertThat(page.title()).startsWith("Ошибка:");
        assertThat(page.expectFirst(".five .errors").select("a").eachAttr("href"))
                .containsExactly("#fact-ACTIONS", "#fact-APPLICANT_ID");
        assertThat(page.select(".five details[open]")).hasSize(2);
        assertThat(page.expectFirst("#fact-APPLICANT_ID").val()).isEqualTo("abc");
        assertThat(page.expectFirst("#fact-APPLICANT_ID").attr("aria-describedby"))
                .isEqualTo("fact-APPLICANT_ID-error");
        assertThat(page.expectFirst("#fact-APPLICANT_ID-error").text()).contains("12 цифр");
        assertThat(page.expectFirst("#fact-FULL_NAME").val()).isEqualTo("Ахметова Айгуль Кайратовна");
        assertThat(sql("select applicant_name from ticket")).isEqualTo("Ахметова Айгуль");
    }

    private void send(Map<String, String> facts) {
        Map<String, List<String>> form = new java.util.HashMap<>();
        facts.forEach((fact, value) -> form.put(fact, List.of(value)));
        assertThat(agent.send(TICKET, TICKET + "/items", form).statusCode()).isEqualTo(303);
    }

    private String due() {
        return sql("select due_at::text from ticket");
    }

    private String form(String path) {
        return sql("select (" + path + ")::text from ticket_event where data -> 'before' is not null");
    }

    private String sql(String sql) {
        return JdbcClient.create(desk.database.dataSource())
                .sql(sql)
                .query(String.class)
                .single();
    }
}
