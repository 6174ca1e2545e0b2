package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.Preferences.Density;
import kz.kezek.workspace.Preferences.Theme;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    /** What a link or a form may lead to: the addresses that the program serves. */
    private static final Pattern SERVED = Pattern.compile(
            "/|/login|/logout|/profile|/profile/(session-endings|second-factor(/(confirmation|removal))?)|otpauth://.*|/preferences|/desk/(queue|mine|waiting|free|call|quarantine|ledger|outbox|search|canned|bulk)(\\?.*)?(#.*)?"
                    + "|/admin/letters(/[a-z-]+/[a-z]{2}(/(versions|returns|previews|trials))?(\\?.*)?)?"
                    + "|/desk/knowledge(/(versions|[a-z0-9-]+(/(reviews|withdrawal|restoration))?))?|/help/[a-z0-9-]+"
                    + "|/desk/incidents(/dismissals|/\\d+(/(texts|tickets|ticket-removals|answer-checks|answers|withdrawals))?)?"
                    + "|/desk/quarantine/\\d+(/(tickets|attachments|spam-marks|resend-requests|release))?"
                    + "|/desk/canned/\\d+/removal|/desk/views(/\\d+(/(name|removal))?)?"
                    + "|/desk/ledger/\\d+/raw|/desk/outbox/[0-9a-f-]{36}(/raw)?"
                    + "|/desk/t/[^/]+(\\?compose=[a-z]+)?(#composer)?|/desk/t/[^/]+\\?step=[a-z-]+#step"
                    + "|/desk/t/[^/]+/(print|drafts/[a-z]+/files/\\d+(/removal)?|reopening|mark-undo|merger-undo|mergers|splits|links|participants|addresses|duplicate-marks"
                    + "|not-a-request-marks|link-removals|participant-removals|items)"
                    + "|/desk/t/[^/]+/(answers|information-requests|notes|assignment|identifier-views|discontinuation-undo|files/\\d+)"
                    + "|/demo/sink(/\\d+(/html)?)?|#.+");

    @ParameterizedTest
    @EnumSource(Language.class)
    void drawsEveryPageWithoutInlineScriptOrStyle(Language language) {
        pages(language).forEach((name, page) -> {
            assertThat(page.select("[style]")).as(name).isEmpty();
            assertThat(page.select("style, script:not([src])")).as(name).isEmpty();
            assertThat(page.getAllElements().stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .filter(attribute -> attribute.getKey().startsWith("on"))
                            .toList())
                    .as(name)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsOnlyToWhatIsServed(Language language) {
        pages(language).forEach((name, page) -> {
            var targets = Stream.concat(
                            page.select("a[href]").stream().map(link -> link.attr("href")),
                            page.select("form[action]").stream().map(form -> form.attr("action")))
                    .toList();
            assertThat(targets).as(name).isNotEmpty().allMatch(SERVED.asMatchPredicate());
            page.select("a[href^=#]")
                    .forEach(link -> assertThat(
                                    page.getElementById(link.attr("href").substring(1)))
                            .as(name + link)
                            .isNotNull());
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void guardsEveryPostWithTheToken(Language language) {
        pages(language)
                .forEach((name, page) -> assertThat(page.select("form[method=post]"))
                        .as(name)
                        .allMatch(form ->
                                form.select("> input[name=_csrf][value=token]").size() == 1));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesEveryControlOnce(Language language) {
        pages(language).forEach((name, page) -> {
            var ids = page.select("[id]").stream().map(Element::id).toList();
            assertThat(ids).as(name).doesNotHaveDuplicates();
            assertThat(page.select("input:not([type=hidden]):not([type=checkbox]), textarea"))
                    .as(name)
                    .allMatch(field ->
                            page.select("label[for=" + field.id() + "]").size() == 1);
            assertThat(page.select("h1")).as(name).hasSize(1);
            assertThat(page.select("main")).as(name).hasSize(1);
            assertThat(page.title()).as(name).isNotBlank();
            assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        });
    }

    @Test
    void showsEveryTicketOfTheQueueInItsGroup() {
        var page = page(Language.RU, "queue");
        assertThat(page.select("tr.group").eachText())
                .containsExactly(
                        "Просрочено2 · нарушен срок регламента", "Скоро срок3", "Сегодня до 18:308", "Завтра и позже4");
        assertThat(page.select("tr.row").eachAttr("id"))
                .hasSize(17)
                .startsWith("СК-26-004806")
                .endsWith("СК-26-004709");
        var row = page.expectFirst("[id=СК-26-004812]");
        assertThat(row.text()).contains("36 мин", "1-й ответ до 11:20", "нет Java", "17:50", "вчера", "СК-26-004812");
        assertThat(row.select(".pips i").eachAttr("class"))
                .containsExactly("suspect", "present", "missing", "present", "present");
        assertThat(row.select(".sla").attr("data-due")).isEqualTo("" + (TuesdayMorning.NOW + 36 * 60));
        assertThat(page.select(".pin")).hasSize(14);
        assertThat(page.select(".day-words").text())
                .isEqualTo(
                        "Сроки сегодня: 13 2 нарушены · 3 на исходе Больше всего с 12 до 13 — 5 · завтра и позже ещё 4");
    }

    @Test
    void marksForeignWordsWithTheirLanguage() {
        var kazakh = page(Language.RU, "queue").expectFirst("[id=СК-26-004814]");
        assertThat(kazakh.select("a.subject").attr("lang")).isEqualTo("kk");
        assertThat(page(Language.EN, "ticket-request").select("h1").attr("lang"))
                .isEqualTo("ru");
        assertThat(page(Language.EN, "ticket-request").select("textarea").attr("lang"))
                .isEqualTo("ru");
        assertThat(page(Language.EN, "ticket-note").select("textarea").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void tellsTheThreeSurfacesApart() {
        var answer = page(Language.RU, "ticket-answer").expectFirst("#composer");
        var request = page(Language.RU, "ticket-request").expectFirst("#composer");
        var note = page(Language.RU, "ticket-note").expectFirst("#composer");
        assertThat(answer.select(".primary").text()).startsWith("Отправить заявителю");
        assertThat(request.select(".primary").text()).startsWith("Отправить запрос");
        assertThat(note.select(".primary").text()).startsWith("Сохранить заметку");
        assertThat(note.select("form").attr("action")).endsWith("/notes");
        assertThat(note.text()).doesNotContain("@mail.kz");
        assertThat(request.select("input[name=items][checked]").eachAttr("value"))
                .containsExactly("JAVA", "TIME", "OPERATING_SYSTEM", "SERVICE_PACK");
        assertThat(request.text()).contains("чт, 3 декабря, 16:14");
        assertThat(page(Language.RU, "ticket-closed").expectFirst("#composer").select("form"))
                .isEmpty();
    }

    @Test
    void saysTheSameErrorsAboveAndAtTheField() {
        var page = page(Language.RU, "ticket-errors");
        assertThat(page.title()).startsWith("Ошибка:");
        assertThat(page.select(".errors a").eachText()).containsExactly("Отметьте, что запросить", "Напишите текст");
        assertThat(page.select("#text-error").text()).isEqualTo("Напишите текст");
        assertThat(page.select("textarea").attr("aria-describedby")).isEqualTo("text-error");
        assertThat(page.select("textarea").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void escapesWhatStrangersWrote() {
        var evil = "<img src=x onerror=alert(1)>\"'";
        var words = Words.in(Language.RU);
        var output = new gg.jte.output.StringOutput();
        words.rich("composer.answer.to", evil, "на русском").writeTo(output);
        assertThat(Jsoup.parseBodyFragment(output.toString()).select("img")).isEmpty();
        assertThat(Jsoup.parseBodyFragment(output.toString()).text()).contains(evil);
    }

    @Test
    void keepsThePageWithinItsBudget() {
        DrawnPages.all(Preferences.DEFAULT)
                .forEach((name, html) -> assertThat(html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .as(name)
                        .isLessThan(60 * 1024));
    }

    /** Leaves the pages in {@code target/pages} for eyes, browsers and screenshots. */
    @Test
    void leavesEveryPageAsAFile() throws IOException {
        for (var language : Language.values()) {
            for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
                var folder = Files.createDirectories(Path.of("target", "pages", language.tag() + "-" + theme.word()));
                for (var page : DrawnPages.all(new Preferences(language, theme, Density.COMFORTABLE, true))
                        .entrySet()) {
                    Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
                }
            }
        }
        try (var files = Files.walk(Path.of("target", "pages"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))).hasSize(6 * 64);
        }
    }

    static Document page(Language language, String name) {
        return Objects.requireNonNull(pages(language).get(name), name);
    }

    static Map<String, Document> pages(Language language) {
        return DrawnPages.all(new Preferences(language, Theme.SYSTEM, Density.COMFORTABLE, true)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, page -> Jsoup.parse(page.getValue())));
    }
}
