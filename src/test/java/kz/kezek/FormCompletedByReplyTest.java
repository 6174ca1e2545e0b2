package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.kezek.identity.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A letter lacks something, its notice asks for it, and the reply is read back into the form: over real SMTP. */
class FormCompletedByReplyTest {

    private static final String APPLICANT = "t.testov@example.kz";
    private static final String NUMBER = "СК-26-000001";

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void readsTheFilledLinesBackIntoTheForm() throws Exception {
        MimeMessage notice = noticeOfALetterWithoutJavaAndEds();
        assertThat(text(notice))
                .contains("✘ ЭЦП: ", "✘ Срок действия ЭЦП: ", "✘ Версия Java: ", "✔ Браузер и версия: «Chrome 147»")
                .contains("1) ЭЦП:\n1) Срок действия ЭЦП:\n3) Версия Java:\n");

        post(notice, """
                Здравствуйте!
                1) ЭЦП: RSA256
                1) Срок действия ЭЦП: 14.05.2027
                3) Версия Java: не используется

                """ + quoted(notice));

        JsonNode completed = completed();
        assertThat(completed.get("ticket").get("missing").size()).isZero();
        assertThat(completed.get("ticket").get("defects").toString()).isEqualTo("[]");
        assertThat(item(completed, "1")).contains("RSA256").contains("14.05.2027");
        assertThat(item(completed, "2")).isEqualTo("Chrome 147");
        assertThat(item(completed, "3")).isEqualTo("не используется");
        JsonNode history = completed.get("formCompletions").get(0);
        assertThat(history.get("filled").toString()).isEqualTo("[1,3]");
        assertThat(history.get("missingBefore").toString()).isEqualTo("[1,3]");
        assertThat(history.get("itemsBefore").has("1")).isFalse();
    }

    @Test
    void leavesTheFirstAnswersClockAsItWas() throws Exception {
        MimeMessage notice = noticeOfALetterWithoutJavaAndEds();
        desk.clock.set(java.time.Instant.parse("2026-11-23T06:40:00Z"));

        post(notice, "3) Java 8u421\n");

        JsonNode clock = completed().get("ticket").get("clock");
        assertThat(clock.get("kind").asString()).isEqualTo("FIRST_ANSWER");
        assertThat(clock.get("dueAt").asString()).isEqualTo("2026-11-23T13:15:00+05:00");
    }

    @Test
    void readsAnswersWrittenIntoTheQuotedNotice() throws Exception {
        MimeMessage notice = noticeOfALetterWithoutJavaAndEds();

        post(
                notice,
                quoted(notice)
                        .replace("> 3) Версия Java:", "> 3) Версия Java: 8u421")
                        .replace("> 1) ЭЦП:\n", "> 1) ЭЦП:\nRSA256\n"));

        JsonNode completed = completed();
        assertThat(item(completed, "1")).isEqualTo("RSA256");
        assertThat(item(completed, "3")).isEqualTo("8u421");
        assertThat(completed.get("ticket").get("defects").toString())
                .contains("MISSING_EDS_VALIDITY")
                .doesNotContain("MISSING_JAVA");
    }

    @Test
    void takesNothingFromItsOwnNoticeQuotedWithoutAMark() throws Exception {
        MimeMessage notice = noticeOfALetterWithoutJavaAndEds();

        post(notice, "Жду ответа.\n\n" + text(notice));

        JsonNode ticket =
                desk.ticket(NUMBER, "has the reply", t -> t.get("received").size() == 2);
        assertThat(ticket.get("formCompletions").size()).isZero();
        assertThat(ticket.get("ticket").get("missing").toString()).isEqualTo("[1,3]");
    }

    @Test
    void doesNotTakeTheNumbersOfARequestForThoseOfTheForm() throws Exception {
        noticeOfALetterWithoutJavaAndEds();
        desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("time", "os")));
        MimeMessage request = desk.lettersTo(APPLICANT, 2).getLast();
        desk.ticket(
                NUMBER,
                "waits for the applicant",
                t -> t.get("ticket").get("state").asString().equals("AWAITING_APPLICANT"));

        post(request, "1) 23.11.26 09:40\n2) Windows 11\n");

        JsonNode ticket =
                desk.ticket(NUMBER, "has the reply", t -> t.get("received").size() == 2);
        assertThat(ticket.get("formCompletions").size()).isZero();
    }

    @Test
    void readsTheCertificateAttachedToALetter() throws Exception {
        desk.post(withCertificate("900101100014/СК/ NCALayer не запускается", ""), APPLICANT, "office@sud.kz");

        assertThat(text(desk.lettersTo(APPLICANT, 1).getFirst()))
                .contains("✔ ЭЦП: «RSA, ТЕСТОВ ТИМУР». Прочитано в приложенном сертификате.")
                .contains("⚠ Срок действия ЭЦП: «20.11.2026». Прочитано в приложенном сертификате. Истёк 3 дня назад.");
        JsonNode ticket = desk.tickets(1).getFirst();
        assertThat(ticket.get("missing").toString()).isEqualTo("[2,3,4,5]");
        Document page =
                DeskVisitor.signedIn(desk, "aigul", "Айгуль Ким", Role.AGENT).page("/desk/t/SK-26-000001");
        assertThat(page.select(".five li:first-child").text())
                .contains("по сертификату: истёк 3 дня назад", "RSA, ТЕСТОВ ТИМУР, 20.11.2026");
        assertThat(page.select(".problem").text()).contains("NCA-01", "Запустите NCALayer");
    }

    @Test
    void readsTheCertificateAttachedToAReply() throws Exception {
        MimeMessage notice = noticeOfALetterWithoutJavaAndEds();

        desk.post(
                withCertificate("Re: " + notice.getSubject(), "In-Reply-To: " + notice.getMessageID() + "\n"),
                APPLICANT,
                "office@sud.kz");

        JsonNode completed = completed();
        assertThat(completed.get("ticket").get("missing").toString()).isEqualTo("[3]");
        assertThat(completed.get("ticket").get("defects").toString()).contains("VALIDITY_PASSED");
        assertThat(completed.get("formCompletions").get(0).get("filled").toString())
                .isEqualTo("[1]");
    }

    private static byte[] withCertificate(String subject, String headers) throws Exception {
        String certificate = Files.readString(
                Path.of("src/test/resources/submission/certificate-over-on-2026-11-20.cer"), StandardCharsets.US_ASCII);
        return ("""
                From: %s
                To: office@sud.kz
                Subject: %s
                Message-ID: <certificate@example.kz>
                %sContent-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Прилагаю сертификат.
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="auth.cer"

                %s
                --b--
                """.formatted(APPLICANT, subject, headers, certificate.replace("\r", "")))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private MimeMessage noticeOfALetterWithoutJavaAndEds() throws Exception {
        desk.post(letter("900101100014/СК/ Не работает вход", "", """
                2) Используемый вид Web-браузера и версия Web-браузера: Chrome 147
                4) Прилагаемые сведения:
                - текст ошибки: не найден ключ
                - действия, при которых возникает ошибка: вход, выбор ключа
                5) Отправитель: Тестов Тимур Тестович, ИИН 900101100014
                """), APPLICANT, "office@sud.kz");
        assertThat(desk.tickets(1).getFirst().get("missing").toString()).isEqualTo("[1,3]");
        return desk.lettersTo(APPLICANT, 1).getFirst();
    }

    private JsonNode completed() {
        return desk.ticket(
                NUMBER, "has its form completed", t -> t.get("formCompletions").size() == 1);
    }

    private static String item(JsonNode ticket, String number) {
        return ticket.get("ticket").get("items").get(number).asString();
    }

    private void post(MimeMessage answered, String text) throws Exception {
        String subject = "Re: " + answered.getSubject();
        desk.post(letter(subject, "In-Reply-To: " + answered.getMessageID() + "\n", text), APPLICANT, "office@sud.kz");
    }

    private static byte[] letter(String subject, String headers, String text) {
        return ("""
                From: %s
                To: office@sud.kz
                Subject: %s
                Message-ID: <%d@example.kz>
                %sContent-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s""".formatted(APPLICANT, subject, text.hashCode() & 0xFFFFFFFFL, headers, text))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(MimeMessage letter) throws Exception {
        return "23.11.2026, 10:15, office@sud.kz:\n"
                + text(letter).lines().map(line -> "> " + line + "\n").collect(Collectors.joining());
    }

    /** The plain text, flowed lines joined (RFC 3676). */
    private static String text(MimeMessage letter) throws Exception {
        BodyPart plain = ((MimeMultipart) letter.getContent()).getBodyPart(0);
        return ((String) plain.getContent()).replace("\r\n", "\n").replace(" \n", " ");
    }
}
