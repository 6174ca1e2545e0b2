package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.LetterKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of letters of every kind, over real SMTP (R33, R34, A28): one row in the ledger, one fate. */
class EveryLetterHasOneFateTest {

    private static final String OFFICE = "office@sud.kz";

    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void refusesAnUnknownRecipientAndNotesIt() throws Exception {
        assertThatThrownBy(() ->
                        desk.post(letter("x@example.kz", "<u1@example.kz>", "?", "?"), "x@example.kz", "boss@sud.kz"))
                .isInstanceOf(MessagingException.class);

        assertThat(fate("x@example.kz").get("fate").asString()).isEqualTo("REFUSED");
    }

    @Test
    void quarantinesALetterThatNamesNobody() throws Exception {
        desk.post("Subject: no sender\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII), "<>", OFFICE);

        assertThat(fate("").get("fate").asString()).isEqualTo("QUARANTINE");
    }

    @Test
    void registersAnEmptyLetterWithAllItsDefects() throws Exception {
        desk.post(letter("empty@example.kz", "<e1@example.kz>", "", ""), "empty@example.kz", OFFICE);

        assertThat(fate("empty@example.kz").get("fate").asString()).isEqualTo("TICKET");
        assertThat(ticketOf("empty@example.kz").get("missing").size()).isEqualTo(5);
    }

    @Test
    void registersBytesOfNoCharset() throws Exception {
        byte[] raw = letter("raw@example.kz", "<r1@example.kz>", "x", "y");
        for (int i = raw.length - 40; i < raw.length - 2; i++) {
            raw[i] = (byte) (0x80 + i % 0x7f);
        }
        desk.post(raw, "raw@example.kz", OFFICE);

        assertThat(fate("raw@example.kz").get("fate").asString()).isEqualTo("TICKET");
    }

    @Test
    void takesTheSameLetterTwiceAsOne() throws Exception {
        byte[] first = letter("twice@example.kz", "<t1@example.kz>", "900101100014/СК/ Дважды", "текст");
        byte[] again = letter("twice@example.kz", "<t2@example.kz>", "900101100014/СК/ Дважды", "текст");
        desk.post(first, "twice@example.kz", OFFICE);
        fate("twice@example.kz");
        desk.post(again, "twice@example.kz", OFFICE);

        List<JsonNode> entries = entries("twice@example.kz", 2);
        assertThat(entries).extracting(e -> e.get("fate").asString()).containsExactly("TICKET", "DUPLICATE");
        assertThat(entries.get(1).get("ticketId").asLong())
                .isEqualTo(entries.get(0).get("ticketId").asLong());
    }

    @Test
    void keepsTwoDifferentLettersUnderOneMessageId() throws Exception {
        desk.post(letter("same@example.kz", "<m1@example.kz>", "Первое", "одно"), "same@example.kz", OFFICE);
        desk.post(letter("same@example.kz", "<m1@example.kz>", "Второе", "другое"), "same@example.kz", OFFICE);

        assertThat(entries("same@example.kz", 2))
                .extracting(e -> e.get("fate").asString())
                .containsOnly("TICKET");
    }

    @Test
    void answersNoMachine() throws Exception {
        byte[] vacation = ("From: robot@example.kz\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n"
                        + "Message-ID: <v1@example.kz>\r\n\r\nI am away.\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        desk.post(vacation, "robot@example.kz", OFFICE);

        assertThat(fate("robot@example.kz").get("fate").asString()).isEqualTo("AUTOMATIC");
    }

    @Test
    void believesANumberOnlyFromThoseWhoTakePart() throws Exception {
        desk.post(letter("owner@example.kz", "<o1@example.kz>", "Вход", "не вхожу"), "owner@example.kz", OFFICE);
        String number = ticketOf("owner@example.kz").get("number").asString();

        desk.post(
                letter("stranger@example.kz", "<s1@example.kz>", "Re: [№ " + number + "]", "и я"),
                "stranger@example.kz",
                OFFICE);
        desk.post(
                letter("owner@example.kz", "<o2@example.kz>", "Re: [№ " + number + "]", "ещё"),
                "owner@example.kz",
                OFFICE);

        assertThat(fate("stranger@example.kz").get("fate").asString()).isEqualTo("TICKET");
        assertThat(entries("owner@example.kz", 2).getLast().get("fate").asString())
                .isEqualTo("REPLY");
    }

    @Test
    void followsTheTokenOfTheReplyAddressWhoeverWrites() throws Exception {
        desk.post(letter("client@example.kz", "<c1@example.kz>", "Вход", "не вхожу"), "client@example.kz", OFFICE);
        String replyTo = desk.lettersTo("client@example.kz", 1)
                .getFirst()
                .getReplyTo()[0]
                .toString();
        String token = replyTo.replaceAll(".*<|>.*", "");

        desk.post(
                letter("lawyer@example.kz", "<l1@example.kz>", "Ответ", "отвечаю за клиента"),
                "lawyer@example.kz",
                token);

        assertThat(fate("lawyer@example.kz").get("fate").asString()).isEqualTo("REPLY");
    }

    @Test
    void keepsNoPrivateKey() throws Exception {
        byte[] raw = withKey("keys@example.kz", "<k1@example.kz>", "");
        desk.post(raw, "keys@example.kz", OFFICE);

        String number = ticketOf("keys@example.kz").get("number").asString();
        JsonNode file = desk.ticket(
                        number, "has its letter", t -> t.get("received").size() == 1)
                .get("received")
                .get(0)
                .get("attachments")
                .get(0);
        assertThat(file.get("refused").asString()).isEqualTo("private-key");
        assertThat(file.get("sha256").isNull()).isTrue();
        desk.lettersTo("keys@example.kz", 2);
        assertThat(desk.bean(Correspondence.class).newestLetters(50))
                .filteredOn(letter -> letter.kind() == LetterKind.PRIVATE_KEY_REFUSED
                        && letter.recipient().equals("keys@example.kz"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text())
                        .contains("RSA256.p12", "пароль или PIN-код — удалён")
                        .doesNotContain("Qwerty12"));
    }

    /** Only to him who sent it: a colleague's key is no news to the applicant, and a stranger's letter proves nothing. */
    @Test
    void tellsTheApplicantOfAKeyInALaterReplyToo() throws Exception {
        desk.post(letter("later@example.kz", "<lk1@example.kz>", "Вход", "не вхожу"), "later@example.kz", OFFICE);
        String number = ticketOf("later@example.kz").get("number").asString();
        String notice = desk.lettersTo("later@example.kz", 1).getFirst().getMessageID();

        desk.post(withKey("later@example.kz", "<lk2@example.kz>", notice), "later@example.kz", OFFICE);

        assertThat(entries("later@example.kz", 2).getLast().get("fate").asString())
                .isEqualTo("REPLY");
        var refusal = desk.lettersTo("later@example.kz", 2).getLast();
        assertThat(refusal.getSubject()).isEqualTo("[№ " + number + "] Закрытый ключ ЭЦП не принят и уничтожен");
        assertThat(refusal.getHeader("In-Reply-To", null)).isEqualTo("<lk2@example.kz>");

        desk.post(withKey("other@example.kz", "<lk3@example.kz>", notice), "other@example.kz", OFFICE);
        fate("other@example.kz");
        assertThat(desk.bean(Correspondence.class).newestLetters(50))
                .filteredOn(letter -> letter.kind() == LetterKind.PRIVATE_KEY_REFUSED)
                .filteredOn(letter -> letter.recipient().equals("later@example.kz"))
                .hasSize(1);
    }

    @Test
    void voidsTheClockOfARequestThatBounced() throws Exception {
        desk.post(letter("gone@example.kz", "<g1@example.kz>", "Вход", "не вхожу"), "gone@example.kz", OFFICE);
        String number = ticketOf("gone@example.kz").get("number").asString();
        desk.lettersTo("gone@example.kz", 1);
        desk.post(
                "/api/v1/tickets/" + number.replace("СК", "SK") + "/information-requests",
                Map.of("items", List.of("os")));
        String requestId = desk.lettersTo("gone@example.kz", 2).getLast().getMessageID();

        desk.post(bounce("gone@example.kz", requestId), "<>", OFFICE);

        assertThat(entries("", 2)).extracting(e -> e.get("fate").asString()).contains("BOUNCE");
        JsonNode ticket = desk.ticket(number, "is back at work", t -> state(t).equals("IN_PROGRESS"));
        assertThat(ticket.get("ticket").get("undelivered").asBoolean()).isTrue();
        assertThat(ticket.get("ticket").get("clock").isNull()).isTrue();
    }

    @Test
    void endsConsiderationAfterSeventyTwoWorkingHoursOfSilence() throws Exception {
        try (RunningDesk quiet = RunningDesk.at("2026-07-13T04:00:00Z")) {
            quiet.post(letter("silent@example.kz", "<q1@example.kz>", "Вход", "не вхожу"), "silent@example.kz", OFFICE);
            String number = quiet.tickets(1).getFirst().get("number").asString();
            quiet.lettersTo("silent@example.kz", 1);
            quiet.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("os")));
            quiet.lettersTo("silent@example.kz", 2);
            quiet.ticket(number, "waits", t -> !t.get("ticket").get("clock").isNull());

            quiet.clock.set(Instant.parse("2026-07-15T09:00:00Z"));
            assertThat(quiet.lettersTo("silent@example.kz", 3).getLast().getSubject())
                    .contains("Напоминание");
            quiet.clock.set(Instant.parse("2026-07-20T04:30:00Z"));
            quiet.lettersTo("silent@example.kz", 4);
            quiet.clock.set(Instant.parse("2026-07-21T11:00:00Z"));
            quiet.lettersTo("silent@example.kz", 5);
            quiet.clock.set(Instant.parse("2026-07-22T09:30:00Z"));
            assertThat(state(quiet.get("/api/v1/tickets/SK-26-000001"))).isEqualTo("AWAITING_APPLICANT");
            quiet.clock.advance(Duration.ofSeconds(1));

            quiet.ticket(number, "is discontinued", t -> state(t).equals("DISCONTINUED"));
            assertThat(quiet.lettersTo("silent@example.kz", 6).getLast().getSubject())
                    .contains(number)
                    .doesNotContain("Напоминание");
        }
    }

    private static String state(JsonNode ticket) {
        return ticket.get("ticket").get("state").asString();
    }

    private static JsonNode fate(String envelopeFrom) {
        return entries(envelopeFrom, 1).getFirst();
    }

    /** The ledger's entries of this envelope sender, once there are so many and each has its fate. */
    private static List<JsonNode> entries(String envelopeFrom, int count) {
        return RunningDesk.await(
                count + " settled entries from <" + envelopeFrom + ">",
                () -> desk.get("/api/v1/ledger").get("entries").values().stream()
                        .filter(e -> e.get("envelopeFrom").asString().equals(envelopeFrom))
                        .toList(),
                entries -> entries.size() >= count
                        && entries.stream().noneMatch(e -> e.get("fate").isNull()));
    }

    private static JsonNode ticketOf(String address) {
        fate(address);
        return RunningDesk.await(
                        "a ticket of " + address,
                        () -> desk.get("/api/v1/tickets?limit=200").get("tickets").values().stream()
                                .filter(t -> t.get("applicant")
                                        .get("address")
                                        .asString()
                                        .equals(address))
                                .toList(),
                        tickets -> !tickets.isEmpty())
                .getFirst();
    }

    private static byte[] withKey(String from, String messageId, String inReplyTo) {
        return """
                From: %s
                Subject: =?utf-8?b?0LrQu9GO0Yc=?=
                Message-ID: %s
                In-Reply-To: %s
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="k"

                --k
                Content-Type: text/plain; charset=utf-8

                my key, password: Qwerty12
                --k
                Content-Type: application/x-pkcs12; name="RSA256.p12"
                Content-Disposition: attachment; filename="RSA256.p12"
                Content-Transfer-Encoding: base64

                MIIKAwIBAzCCCb8GCSqGSIb3DQEHAaCCCbAEggmsMIIJqDCCBF8GCSqGSIb3DQEHBqCCBFAwggRM
                --k--
                """.formatted(from, messageId, inReplyTo).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] letter(String from, String messageId, String subject, String text) {
        return """
                From: %s
                To: office@sud.kz
                Subject: %s
                Message-ID: %s
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, subject, messageId, text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bounce(String recipient, String originalId) {
        return """
                From: MAILER-DAEMON@mx.example.kz
                To: office@sud.kz
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <b1@mx.example.kz>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                The mail system could not deliver your message.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.kz

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 No such user
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                From: office@sud.kz
                --b--
                """.formatted(recipient, originalId).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
