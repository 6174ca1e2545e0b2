package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.kezek.correspondence.LetterTextId;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of letters at {@code /admin/letters}: who sees them, what is refused, and that a publication is in force at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterTextsOverHttpTest {

    private static final String ANSWER = "/admin/letters/answer/ru";
    private static final String NOTICE = "/admin/letters/acceptance-notice-incomplete/ru";

    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");
    private DeskVisitor supervisor;

    @BeforeAll
    void signIn() {
        supervisor = DeskVisitor.signedIn(desk, "saule", "Сауле Ким", Role.SUPERVISOR);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void areForSupervisorsAndAdministrators(Role role) {
        var visitor =
                DeskVisitor.signedIn(desk, "role-" + role.name().toLowerCase().replace('_', '-'), "Some One", role);
        boolean may = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR).contains(role);

        for (String path : List.of("/admin/letters", ANSWER, ANSWER + "/preview")) {
            assertThat(visitor.get(path).statusCode() == 200).as(path).isEqualTo(may);
        }
        assertThat(visitor.page("/desk/queue").select("a[href=/admin/letters]").isEmpty())
                .isEqualTo(!may);
        var posted =
                visitor.send("/profile", ANSWER + "/returns", Map.of("number", List.of("0"), "basedOn", List.of("0")));
        assertThat(posted.statusCode() < 400).isEqualTo(may);
    }

    @Test
    void areSeenByNobodyWhoHasNotSignedIn() {
        assertThat(DeskVisitor.of(desk).get(ANSWER).statusCode()).isEqualTo(302);
    }

    @Test
    void takeNothingWithoutTheFormsToken() {
        var refused = supervisor.post(ANSWER + "/versions", Map.of("text", List.of("x"), "basedOn", List.of("0")));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void showEveryLetterInEveryLanguageSafely() {
        Document list = supervisor.page("/admin/letters");
        List<String> hrefs = list.select("table a").eachAttr("href");
        assertThat(hrefs).hasSameSizeAs(LetterTextId.all());

        for (String href : hrefs) {
            Document page = supervisor.page(href);
            assertThat(page.select("iframe").attr("sandbox")).as(href).isEmpty();
            assertThat(page.select("iframe").hasAttr("sandbox")).as(href).isTrue();
            assertThat(page.select("#faults")).as(href).isEmpty();
            var preview = supervisor.get(page.select("iframe").attr("src"));
            assertThat(preview.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("sandbox")
                    .contains("default-src 'none'");
            assertThat(DeskVisitor.document(preview).select("h1")).as(href).hasSize(1);
            assertThat(page.select("pre").text()).as(href).contains("1401");
        }
    }

    @Test
    void areNotPublishedBroken() {
        String broken = text(ANSWER).replace("{{answer}}", "{{answr}}").replace("== title", "== titel");

        var refused = publish(ANSWER, broken);

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = DeskVisitor.document(refused);
        int line = broken.substring(0, broken.indexOf("{{answr}}")).split("\n", -1).length;
        assertThat(page.select("#faults li").eachText())
                .contains("Строка " + line + ": у этого письма нет переменной answr")
                .anyMatch(fault -> fault.endsWith("нет такой части: titel"))
                .anyMatch(fault -> fault.endsWith("нет части или она пустая: title"))
                .anyMatch(fault -> fault.endsWith("письму нужна переменная answer"));
        assertThat(page.select("textarea").val()).contains("{{answr}}");
        assertThat(text(ANSWER)).contains("{{answer}}");
        var preview = supervisor.send(ANSWER, ANSWER + "/previews", written(ANSWER, broken));
        assertThat(DeskVisitor.document(preview).text()).contains("answr");
    }

    @Test
    void areInForceWithTheNextLetterAndCanBePutBack() throws Exception {
        assertThat(publish(
                                NOTICE,
                                text(NOTICE)
                                        .replace(
                                                "Ваше обращение принято и зарегистрировано под",
                                                "Мы записали Ваше обращение под"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(firstLetterTo("one@example.kz")).contains("Мы записали Ваше обращение под номером");

        Document page = supervisor.page(NOTICE);
        assertThat(page.expectFirst(".versions li").text()).contains("Версия 1", "действует", "Сауле Ким");
        assertThat(page.select(".diff ins").text()).contains("Мы записали");
        assertThat(page.select(".diff del").text()).contains("Ваше обращение принято и зарегистрировано под");
        assertThat(supervisor
                        .page("/admin/letters")
                        .select("a[href=" + NOTICE + "] + small")
                        .text())
                .contains("Сауле Ким");

        var overtaken = supervisor.send(
                NOTICE,
                NOTICE + "/versions",
                Map.of(
                        "text",
                        List.of(text(NOTICE)),
                        "basedOn",
                        List.of("0"),
                        "sample",
                        List.of(""),
                        "address",
                        List.of("")));
        assertThat(overtaken.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(overtaken).select("#faults").text())
                .contains("новый текст опубликован: Сауле Ким");

        var back =
                supervisor.send(NOTICE, NOTICE + "/returns", Map.of("number", List.of("0"), "basedOn", List.of("1")));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(firstLetterTo("two@example.kz")).contains("Ваше обращение принято и зарегистрировано под номером");
        assertThat(supervisor.page(NOTICE).select(".diff")).isEmpty();
        assertThat(desk.bean(Journal.class).entries("letter-texts", 0, 100))
                .extracting(entry -> entry.act().action() + " " + entry.act().subject() + " "
                        + entry.act().data().get("version"))
                .contains(
                        "letter-text.published acceptance-notice-incomplete.ru 1",
                        "letter-text.reverted acceptance-notice-incomplete.ru 2");
    }

    @Test
    void areTriedOutOnTheEditorAloneThroughTheOutbox() throws Exception {
        Map<String, List<String>> fields =
                new java.util.HashMap<>(written(ANSWER, text(ANSWER).replace("сообщаем:", "отвечаем на пробу:")));
        fields.put("address", List.of("saule@sud.kz"));

        var tried = supervisor.send(ANSWER, ANSWER + "/trials", fields);

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(DeskVisitor.document(tried).select("[role=status]").text()).contains("saule@sud.kz");
        MimeMessage letter = desk.lettersTo("saule@sud.kz", 1).getFirst();
        assertThat(letter.getSubject()).isEqualTo("Проба: [№ СК-26-000000] Ответ на обращение");
        assertThat(plain(letter)).contains("отвечаем на пробу:");
        assertThat(text(ANSWER)).doesNotContain("отвечаем на пробу:");

        fields.put("address", List.of("nobody"));
        var refused = supervisor.send(ANSWER, ANSWER + "/trials", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(refused).select("#faults").text()).contains("Укажите свою почту");
    }

    private java.net.http.HttpResponse<byte[]> publish(String href, String text) {
        return supervisor.send(href, href + "/versions", written(href, text));
    }

    private Map<String, List<String>> written(String href, String text) {
        Document page = supervisor.page(href);
        return Map.of(
                "text", List.of(text.replace("\n", "\r\n")),
                "basedOn", List.of(page.select("#edit input[name=basedOn]").val()),
                "sample", List.of(page.select("#edit input[name=sample]").val()),
                "address", List.of(""));
    }

    private String text(String href) {
        return supervisor.page(href).expectFirst("textarea").wholeText();
    }

    private String firstLetterTo(String address) throws Exception {
        desk.post(
                "From: %s\r\nTo: office@sud.kz\r\nSubject: =?utf-8?b?0JLRhdC+0LQ=?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nНе могу войти в личный кабинет, помогите.\r\n"
                        .formatted(address)
                        .getBytes(StandardCharsets.UTF_8),
                address,
                "office@sud.kz");
        return plain(desk.lettersTo(address, 1).getFirst());
    }

    private static String plain(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replaceAll("\\s+", " ");
    }
}
