package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterContent.AcceptanceNotice;
import kz.kezek.correspondence.LetterContent.FormReading;
import kz.kezek.correspondence.LetterContent.Registration;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the acceptance notice says of the form, and that its lines come back as answers. */
class NoticeOfTheFormTest {

    private static final LetterLabels LABELS = new LetterLabels();

    @Test
    void marksEachOfTheNineFacts() {
        String text = notice(Language.RU, IncompleteTicket.withoutJavaAndEds("Не работает вход"))
                .text();

        assertThat(text.lines().filter(line -> line.matches("[✔⚠✘] .*")))
                .containsExactly(
                        "✘ ЭЦП: Не указано, какая ЭЦП используется (пункт 1).",
                        "✘ Срок действия ЭЦП: Не указан срок действия ЭЦП (пункт 1).",
                        "⚠ Браузер и версия: «Chrome». Не указана версия браузера. Её показывает меню «О браузере».",
                        "✘ Версия Java: Не указана версия Java (пункт 3). Если Java не используется, напишите «не"
                                + " используется» или версию NCALayer.",
                        "✔ Текст ошибки: «Не найден ключ ••••••••0014»",
                        "✔ Действия, при которых возникает ошибка: «вход, выбор ключа»",
                        "✔ Дополнительная информация: Не приложена, она не обязательна.",
                        "⚠ Ф.И.О.: «Тестов Т.Т.». Имя указано не полностью. Напишите фамилию, имя и отчество (если"
                                + " есть).",
                        "✔ ИИН/БИН: «••••••••0014»");
        assertThat(text).contains("\n\n1) ЭЦП:\n1) Срок действия ЭЦП:\n3) Версия Java:\n\n");
    }

    @Test
    void asksForNothingWhenOnlyTheSubjectIsNotAsInTheTemplate() {
        ComposedLetter letter = notice(Language.RU, IncompleteTicket.of("900101100014/CK/Не работает вход", """
                        1) ЭЦП: RSA256, до 14.05.2027
                        2) Браузер: Chrome 147
                        3) Java: не используется
                        4) Прилагаемые сведения:
                        - текст ошибки: нет соединения
                        - действия, при которых возникает ошибка: вход
                        5) Отправитель: Тестов Тимур Тестович, ИИН 900101100014
                        """));

        assertThat(letter.subject()).endsWith("Обращение зарегистрировано, проверьте сведения");
        assertThat(letter.text())
                .contains("• Код сервиса набран латинскими буквами. Наберите СК кириллицей.")
                .contains("• Тема по шаблону: ••••••••0014/СК/ Не работает вход")
                .doesNotContain("допишите строки")
                .doesNotContain("✘");
    }

    @Test
    void saysNothingOfAFormThatIsAsInTheTemplate() {
        FormReading reading =
                new FormReadings(LABELS, Language.RU).of(IncompleteTicket.of("900101100014/СК/ Не работает вход", """
                        1) Используемое ЭЦП, срок действия ЭЦП: RSA256, до 14.05.2027
                        2) Используемый вид Web-браузера и версия Web-браузера: Chrome 147
                        3) Используемая версия ПО Java: 8u421
                        4) Прилагаемые сведения:
                        - текст ошибки: нет соединения
                        - действия, при которых возникает ошибка: вход
                        5) Отправитель: Тестов Тимур Тестович, ИИН 900101100014
                        """));

        assertThat(reading.flawless()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void writesLinesThatAreReadBackWhenFilledIn(Language language) {
        Ticket nothing = IncompleteTicket.of("", "");
        FormReading reading = new FormReadings(LABELS, language).of(nothing);
        List<String> answers = List.of(
                "RSA256",
                "14.05.2027",
                "Chrome 147",
                "8u421",
                "нет соединения",
                "вход",
                "Тестов Тимур",
                "900101100014");
        StringBuilder reply = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            reply.append(reading.linesToFill().get(i))
                    .append(' ')
                    .append(answers.get(i))
                    .append('\n');
        }

        Submission completed = SubmissionReader.complete(
                SubmissionReader.read(new SubmissionText("", "")), new SubmissionText("Re:", reply.toString()));

        assertThat(completed.missingFacts()).isEmpty();
        assertThat(completed.facts().stream().map(fact -> fact.kind() + "=" + fact.value()))
                .containsExactly(
                        "EDS=RSA256",
                        "EDS_VALIDITY=2027-05-14",
                        "BROWSER=Chrome 147",
                        "JAVA=8u421",
                        "ERROR_TEXT=нет соединения",
                        "ACTIONS=вход",
                        "FULL_NAME=Тестов Тимур",
                        "APPLICANT_ID=900101100014");
    }

    @ParameterizedTest
    @EnumSource
    void staysLightWhenEverythingIsWrong(Language language) {
        String longWords = "Ошибка при подписании документа ".repeat(8);
        Ticket ticket = IncompleteTicket.of("Fwd: 90010110001О ck Описание", """
                1) RSA %1$s, бессрочно
                2) Chrome %1$s
                3) не знаю %1$s
                4) Прилагаемые сведения:
                - текст ошибки: %1$s
                - действия, при которых возникает ошибка: %1$s
                - дополнительная информация: %1$s
                5) Тестов Т.Т., 90010110001
                """.formatted(longWords));

        String html = notice(language, ticket).html();

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(12 * 1024);
        assertThat(html).contains("⚠");
    }

    @Test
    void masksANumberWithALetterInIt() {
        String text = notice(Language.RU, IncompleteTicket.of("", "5) Отправитель: Тестов Тимур, ИИН 9OO1O11OOO14"))
                .text();

        assertThat(text)
                .contains("ИИН/БИН: «••••••••0014»")
                .doesNotContain("9OO1")
                .doesNotContain("9001");
    }

    @Test
    void namesEveryFactOnceInEachLanguage() {
        for (Language language : Language.values()) {
            assertThat(Arrays.stream(FactKind.values())
                            .map(kind -> LABELS.fact(language, kind))
                            .collect(Collectors.toSet()))
                    .hasSameSizeAs(FactKind.values());
        }
    }

    private static ComposedLetter notice(Language language, Ticket ticket) {
        AcceptanceNotice notice = new AcceptanceNotice(
                SampleLetters.NUMBER,
                new Registration(ticket.summary(), "", "сегодня", "сегодня"),
                SampleLetters.due(language),
                new FormReadings(LABELS, language).of(ticket));
        return SampleLetters.compose(LetterText.in(language, notice));
    }
}
