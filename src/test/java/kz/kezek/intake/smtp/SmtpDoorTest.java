package kz.kezek.intake.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.Doors;
import kz.kezek.intake.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMTP door byte by byte (RFC 5321): what clients may say, and what they may not make it believe. */
class SmtpDoorTest {

    private static final String OFFICE = "office@sud.kz";

    private static OpenSmtpDoor door;

    @BeforeAll
    static void start() {
        door = OpenSmtpDoor.with(Map.of("kezek.smtp.max-size", 100_000));
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    @Test
    void saysWhatItCan() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            assertThat(talk.say("EHLO client.example.kz"))
                    .contains("250-PIPELINING", "250-SIZE 100000", "250-8BITMIME", "250-SMTPUTF8")
                    .contains("250 ENHANCEDSTATUSCODES");
            assertThat(talk.say("HELO client.example.kz")).isEqualTo("250 localhost");
            assertThat(talk.say("QUIT")).startsWith("221 2.0.0");
        }
    }

    @Test
    void isOpen() {
        assertThat(door.bean(Doors.class).all())
                .extracting(Door::name, door -> door.status().state())
                .contains(org.assertj.core.groups.Tuple.tuple("smtp", DoorStatus.State.OPEN));
    }

    /** SMTP smuggling: what another server may take for the end of a letter is none here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r\n.\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\r",
                "\n\n.\n\n",
                "\r\n.\0\r\n",
                "\r\r\n.\r\r\n",
                "\u0085.\u0085",
                "\u2028.\u2028"
            })
    void endsALetterAtCrlfDotCrlfOnly(String falseEnd) throws IOException {
        String sender = "smuggler" + Integer.toHexString(falseEnd.hashCode()) + "@example.kz";
        String evil = "evil" + Integer.toHexString(falseEnd.hashCode()) + "@example.kz";
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            String reply = talk.letter(
                    sender,
                    OFFICE,
                    "From: " + sender + "\r\nSubject: x\r\n\r\nbefore" + falseEnd + "MAIL FROM:<" + evil
                            + ">\r\nRCPT TO:<" + OFFICE + ">\r\nDATA\r\nFrom: " + evil + "\r\n\r\nsmuggled");

            assertThat(reply).startsWith("250 2.0.0");
            assertThat(talk.say("NOOP")).startsWith("250 2.0.0");
        }
        assertThat(door.from(evil)).isEmpty();
        assertThat(door.raw(sender)).contains("before", "smuggled");
    }

    @Test
    void undoublesADotAtTheStartOfALineAndChangesNothingElse() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.letter(
                    "dots@example.kz",
                    OFFICE,
                    "From: dots@example.kz\r\n\r\n..one\r\ntwo..\r\n...\r\nlast\nbare\rbare");
        }
        assertThat(door.raw("dots@example.kz")).endsWith("\r\n\r\n.one\r\ntwo..\r\n..\r\nlast\nbare\rbare\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\nNOOP\r\n", "NO\rOP\r\n", "NOOP\0\r\n"})
    void takesNoCommandWithAStrayLineEnd(String bytes) throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.send(bytes);
            assertThat(talk.hear()).startsWith("500 5.5.2");
        }
    }

    @Test
    void takesAWholeConversationInOneBreath() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.send("EHLO c\r\nMAIL FROM:<pipe@example.kz> SIZE=20 BODY=8BITMIME\r\nRCPT TO:<" + OFFICE
                    + ">\r\nRCPT TO:<nobody@sud.kz>\r\nDATA\r\nFrom: pipe@example.kz\r\n\r\nx\r\n.\r\nQUIT\r\n");

            assertThat(List.of(
                            talk.hear(), talk.hear(), talk.hear(), talk.hear(), talk.hear(), talk.hear(), talk.hear()))
                    .extracting(reply -> reply.substring(0, 3))
                    .containsExactly("250", "250", "250", "550", "354", "250", "221");
        }
        assertThat(door.from("pipe@example.kz"))
                .extracting(LedgerEntry::detail)
                .anyMatch(d -> d.startsWith("550 5.1.1"));
    }

    @Test
    void writesTheTraceOfTheLastServer() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.letter("trace@example.kz", OFFICE, "From: trace@example.kz\r\n\r\nx");
        }
        assertThat(door.raw("trace@example.kz"))
                .startsWith("Return-Path: <trace@example.kz>\r\nReceived: from client.example.kz ([127.0.0.1])")
                .contains("with ESMTP\r\n\tfor <office@sud.kz>;\r\n\tMon, 23 Nov 2026 05:15:00 GMT\r\nFrom:");
    }

    @Test
    void takesAnInternationalAddressWhenItIsAnnounced() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.say("EHLO c");
            assertThat(talk.say("MAIL FROM:<тимур@пример.қаз>")).startsWith("553 5.6.7");
            assertThat(talk.say("MAIL FROM:<тимур@пример.қаз> SMTPUTF8")).startsWith("250");
            assertThat(talk.say("RCPT TO:<" + OFFICE + ">")).startsWith("250");
            talk.say("DATA");
            assertThat(talk.say("From: тимур@пример.қаз\r\n\r\nx\r\n.")).startsWith("250");
        }
        assertThat(door.from("тимур@пример.қаз")).hasSize(1);
    }

    @Test
    void refusesALetterThatIsAnnouncedTooLargeAndNotesIt() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.say("EHLO c");
            assertThat(talk.say("MAIL FROM:<big@example.kz> SIZE=100001")).startsWith("552 5.3.4");
        }
        assertThat(door.from("big@example.kz"))
                .singleElement()
                .extracting(LedgerEntry::size)
                .isEqualTo(100_001L);
    }

    @Test
    void refusesALetterThatTurnsOutTooLargeAndGoesOn() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            assertThat(talk.letter("huge@example.kz", OFFICE, "x".repeat(150_000)))
                    .startsWith("552 5.3.4");
            assertThat(talk.letter("huge@example.kz", OFFICE, "From: huge@example.kz\r\n\r\nx"))
                    .startsWith("250");
        }
        assertThat(door.from("huge@example.kz")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL FROM:a@b.kz",
                "MAIL FROM:<a@b.kz",
                "MAIL FROM:<a@b.kz>x",
                "MAIL FROM:<a b@c.kz>",
                "MAIL TO:<a@b.kz>",
                "MAIL FROM:<a@b.kz> EVIL=1",
                "RCPT TO:<office@sud.kz>",
                "DATA",
                "BDAT 3 LAST",
                "AUTH PLAIN AGEAYg==",
                "WIZ"
            })
    void refusesWhatIsNotInOrder(String line) throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.say("EHLO c");
            assertThat(talk.say(line)).startsWith("5");
        }
    }
}
