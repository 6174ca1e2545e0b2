package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteCutterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 2 Feb 2026 at 10:00, Support <support@example.kz> wrote:",
                "On Mon, 2 Feb 2026 at 10:00, Support\n<support@example.kz>\nwrote:",
                "пн, 2 февр. 2026 г. в 10:00, Поддержка <support@example.kz>:",
                "02.02.2026, 10:00, \"Поддержка\" <support@example.kz>:",
                "2 февраля 2026 г., в 10:00, Поддержка <support@example.kz> написал(а):",
                "Понедельник, 2 февраля 2026, 10:00 +05:00 от Поддержка <support@example.kz>:",
                "2026 ж. 2 ақп. 10:00, Поддержка <support@example.kz> жазды:",
                "Am 02.02.2026 um 10:00 schrieb Support:",
                "Le 2 févr. 2026 à 10:00, Support <support@example.kz> a écrit :",
                "-----Original Message-----",
                "________________________________\nОт: Поддержка <support@example.kz>\nОтправлено: 2 февраля 2026 г.\nКому: a@example.kz\nТема: x",
                "-------- Пересылаемое сообщение --------",
                "---- On Mon, 02 Feb 2026 10:00:00 +0500 support@example.kz wrote ----"
            })
    void cutsAtTheMarkOfEachClient(String mark) {
        assertThat(QuoteCutter.cut("Ключ исправил.\n\nСпасибо!\n\n" + mark + "\n\n> Проверьте ключ.\n"))
                .isEqualTo("Ключ исправил.\n\nСпасибо!");
    }

    @Test
    void keepsAnswersBetweenQuotedQuestions() {
        String reply = "On 02.02.2026 10:00, Support wrote:\n> 1. Браузер?\nChrome 140\n> 2. Дата?\n1 февраля\n";

        assertThat(QuoteCutter.cut("Отвечаю:\n" + reply))
                .isEqualTo("Отвечаю:\n\n> 1. Браузер?\nChrome 140\n> 2. Дата?\n1 февраля");
    }

    @Test
    void keepsAnAnswerBelowTheQuotation() {
        assertThat(QuoteCutter.cut("On 02.02.2026 10:00, Support wrote:\n> Дата?\n\n1 февраля\n"))
                .isEqualTo("1 февраля");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nМарат\nтел. 123",
                "Отправлено с iPhone",
                "Отправлено из мобильной Почты Mail.ru",
                "Sent from my Galaxy",
                "IPhone-нан жіберілді"
            })
    void cutsSignaturesAndWhatPhonesAdd(String end) {
        assertThat(QuoteCutter.cut("Ошибка осталась.\n\n" + end + "\n")).isEqualTo("Ошибка осталась.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On the surface it works, but on 5 May it did not.",
                "Дата: 02.02.2026\nОшибка: 404",
                "1. ИИН 900101100014\n-----------\n2. Описание\n3. Шаги\n4. Скриншот\n5. Контакты",
                "В 10:00 я вошёл в кабинет, в 10:05 вышла ошибка:\nнет доступа",
                "Отправлено с портала 5 мая, ответа нет.\n\nЧто делать?"
            })
    void leavesOrdinaryTextWhole(String text) {
        assertThat(QuoteCutter.cut(text)).isEqualTo(text);
    }

    @Test
    void returnsEverythingWhenNothingElseWouldBeLeft() {
        assertThat(QuoteCutter.cut("> Проверьте ключ.")).isEqualTo("> Проверьте ключ.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply-html-of-mail-ru", "reply-html-of-outlook"})
    void cutsTheWrappersOfHtml(String letter) {
        assertThat(Letters.read(letter).replyText()).isIn("Ключ исправил, спасибо.", "Мәселе шешілді.");
    }

    static Stream<String> worstTexts() {
        return Stream.of(
                "On 1, 2026 10:00 <a\n".repeat(50_000),
                "On Tue, 5 May 2026 at 10:00 X <a@b.kz>\n".repeat(50_000),
                "From: x\nfoo\nbar\n".repeat(50_000),
                ">".repeat(1_000_000),
                "> ".repeat(100_000) + "\n" + "-".repeat(100_000),
                "\n".repeat(1_000_000),
                "On ".repeat(300_000) + "wrote:",
                "```\n".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("worstTexts")
    void examinesTheWorstTextsInBoundedSteps(String text) {
        assertThat(QuoteCutter.cut(text).length()).isLessThanOrEqualTo(text.length());
    }
}
