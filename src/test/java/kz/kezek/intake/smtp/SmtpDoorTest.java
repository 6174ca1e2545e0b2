package kz.kezek.intake.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import kz.kezek.RunningDesk;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.Doors;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.storage.BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMTP door byte by byte (RFC 5321): what clients may say, and what they may not make it believe. */
class SmtpDoorTest {

    private static final String OFFICE = "office@sud.kz";
    private static final int FULL = 12;

    @TempDir
    private static Path folder;

    private static RunningDesk desk;
    private static SelfSigned identity;

    @BeforeAll
    static void start() throws Exception {
        identity = SelfSigned.in(folder);
        desk = RunningDesk.at(
                "2026-11-23T05:15:00Z",
                Map.of(
                        "kezek.smtp.max-size",
                        100_000,
                        "kezek.smtp.max-connections",
                        FULL,
                        "kezek.smtp.max-connections-per-address",
                        3,
                        "kezek.smtp.max-idle-commands",
                        20,
                        "kezek.smtp.idle-timeout",
                        "4s",
                        "kezek.smtp.proxy-from",
                        "127.0.0.9",
                        "kezek.smtp.tls.certificate",
                        identity.certificate(),
                        "kezek.smtp.tls.key",
                        identity.key()));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void saysWhatItCan() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            assertThat(talk.say("EHLO client.example.kz"))
                    .contains("250-PIPELINING", "250-SIZE 100000", "250-8BITMIME", "250-SMTPUTF8", "250-STARTTLS")
                    .contains("250 ENHANCEDSTATUSCODES");
            assertThat(talk.say("HELO client.example.kz")).isEqualTo("250 localhost");
            assertThat(talk.say("QUIT")).startsWith("221 2.0.0");
        }
    }

    @Test
    void isOpen() {
        assertThat(desk.bean(Doors.class).all())
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
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            String reply = talk.letter(
                    sender,
                    OFFICE,
                    "From: " + sender + "\r\nSubject: x\r\n\r\nbefore" + falseEnd + "MAIL FROM:<" + evil
                            + ">\r\nRCPT TO:<" + OFFICE + ">\r\nDATA\r\nFrom: " + evil + "\r\n\r\nsmuggled");

            assertThat(reply).startsWith("250 2.0.0");
            assertThat(talk.say("NOOP")).startsWith("250 2.0.0");
        }
        assertThat(from(evil)).isEmpty();
        assertThat(raw(sender)).contains("before", "smuggled");
    }

    @Test
    void undoublesADotAtTheStartOfALineAndChangesNothingElse() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.letter(
                    "dots@example.kz",
                    OFFICE,
                    "From: dots@example.kz\r\n\r\n..one\r\ntwo..\r\n...\r\nlast\nbare\rbare");
        }
        assertThat(raw("dots@example.kz")).endsWith("\r\n\r\n.one\r\ntwo..\r\n..\r\nlast\nbare\rbare\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\nNOOP\r\n", "NO\rOP\r\n", "NOOP\0\r\n"})
    void takesNoCommandWithAStrayLineEnd(String bytes) throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.send(bytes);
            assertThat(talk.hear()).startsWith("500 5.5.2");
        }
    }

    @Test
    void takesAWholeConversationInOneBreath() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.send("EHLO c\r\nMAIL FROM:<pipe@example.kz> SIZE=20 BODY=8BITMIME\r\nRCPT TO:<" + OFFICE
                    + ">\r\nRCPT TO:<nobody@sud.kz>\r\nDATA\r\nFrom: pipe@example.kz\r\n\r\nx\r\n.\r\nQUIT\r\n");

            assertThat(List.of(
                            talk.hear(), talk.hear(), talk.hear(), talk.hear(), talk.hear(), talk.hear(), talk.hear()))
                    .extracting(reply -> reply.substring(0, 3))
                    .containsExactly("250", "250", "250", "550", "354", "250", "221");
        }
        assertThat(from("pipe@example.kz")).extracting(LedgerEntry::detail).anyMatch(d -> d.startsWith("550 5.1.1"));
    }

    @Test
    void writesTheTraceOfTheLastServer() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.letter("trace@example.kz", OFFICE, "From: trace@example.kz\r\n\r\nx");
        }
        assertThat(raw("trace@example.kz"))
                .startsWith("Return-Path: <trace@example.kz>\r\nReceived: from client.example.kz ([127.0.0.1])")
                .contains("with ESMTP\r\n\tfor <office@sud.kz>;\r\n\tMon, 23 Nov 2026 05:15:00 GMT\r\nFrom:");
    }

    @Test
    void takesAnInternationalAddressWhenItIsAnnounced() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.say("EHLO c");
            assertThat(talk.say("MAIL FROM:<тимур@пример.қаз>")).startsWith("553 5.6.7");
            assertThat(talk.say("MAIL FROM:<тимур@пример.қаз> SMTPUTF8")).startsWith("250");
            assertThat(talk.say("RCPT TO:<" + OFFICE + ">")).startsWith("250");
            talk.say("DATA");
            assertThat(talk.say("From: тимур@пример.қаз\r\n\r\nx\r\n.")).startsWith("250");
        }
        assertThat(from("тимур@пример.қаз")).hasSize(1);
    }

    @Test
    void refusesALetterThatIsAnnouncedTooLargeAndNotesIt() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.say("EHLO c");
            assertThat(talk.say("MAIL FROM:<big@example.kz> SIZE=100001")).startsWith("552 5.3.4");
        }
        assertThat(from("big@example.kz"))
                .singleElement()
                .extracting(LedgerEntry::size)
                .isEqualTo(100_001L);
    }

    @Test
    void refusesALetterThatTurnsOutTooLargeAndGoesOn() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            assertThat(talk.letter("huge@example.kz", OFFICE, "x".repeat(150_000)))
                    .startsWith("552 5.3.4");
            assertThat(talk.letter("huge@example.kz", OFFICE, "From: huge@example.kz\r\n\r\nx"))
                    .startsWith("250");
        }
        assertThat(from("huge@example.kz")).hasSize(2);
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
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.say("EHLO c");
            assertThat(talk.say(line)).startsWith("5");
        }
    }

    @Test
    void goesOnUnderTls() throws Exception {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            try (SmtpTalk talk = SmtpTalk.greeted(port())) {
                talk.say("EHLO c");
                assertThat(talk.say("STARTTLS")).startsWith("220 2.0.0");
                talk.secure(identity.trusting(), version);
                assertThat(talk.say("MAIL FROM:<early@example.kz>")).startsWith("503");
                assertThat(talk.say("EHLO c")).doesNotContain("STARTTLS");
                String sender = version.toLowerCase(java.util.Locale.ROOT) + "@example.kz";
                assertThat(talk.letter(sender, OFFICE, "From: " + sender + "\r\n\r\nx"))
                        .startsWith("250");
                assertThat(raw(sender)).contains("with ESMTPS");
            }
        }
    }

    @Test
    void speaksNoOlderTls() throws Exception {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.say("EHLO c");
            talk.say("STARTTLS");
            assertThatThrownBy(() -> talk.secure(identity.trusting(), "TLSv1.1"))
                    .isInstanceOf(SSLException.class);
        }
    }

    /** STARTTLS injection (CVE-2011-0411): nothing said in the clear is obeyed under TLS. */
    @Test
    void endsAConversationWithCommandsBehindStartTls() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            talk.say("EHLO c");
            talk.send("STARTTLS\r\nMAIL FROM:<injected@example.kz>\r\n");

            assertThat(talk.hear()).startsWith("503 5.5.1");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void endsAConversationOfErrors() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            List<String> replies = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                talk.send("JUNK\r\n");
            }
            for (String reply = talk.hear(); !reply.isEmpty(); reply = talk.hear()) {
                replies.add(reply.substring(0, 3));
            }
            assertThat(replies).hasSize(11).last().isEqualTo("421");
        }
    }

    @Test
    void endsAConversationThatLeadsNowhere() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            for (int i = 0; i < 20; i++) {
                assertThat(talk.say("NOOP")).startsWith("250");
            }
            assertThat(talk.say("RSET")).startsWith("421 4.7.0");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void hangsUpOnABrowser() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            assertThat(talk.say("POST / HTTP/1.1")).startsWith("500");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void saysGoodbyeToTheSilent() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            assertThat(talk.hear()).startsWith("421 4.4.2");
        }
    }

    @Test
    void letsSoManyInFromOneAddressButAnyNumberFromARelay() throws IOException {
        List<SmtpTalk> talks = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                talks.add(SmtpTalk.from("127.0.0.5", port()));
                assertThat(talks.getLast().hear()).startsWith("220");
            }
            talks.add(SmtpTalk.from("127.0.0.5", port()));
            assertThat(talks.getLast().hear()).startsWith("421 4.7.0");
            for (int i = 0; i < 5; i++) {
                talks.add(SmtpTalk.from("127.0.0.1", port()));
                assertThat(talks.getLast().hear()).startsWith("220");
            }
        } finally {
            close(talks);
        }
    }

    @Test
    void makesRoomForALetterWhenAllPlacesAreTaken() throws IOException {
        List<SmtpTalk> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * FULL; i++) {
                idle.add(SmtpTalk.greeted(port()));
            }
            try (SmtpTalk honest = SmtpTalk.greeted(port())) {
                assertThat(honest.letter("honest@example.kz", OFFICE, "From: honest@example.kz\r\n\r\nx"))
                        .startsWith("250");
            }
            assertThat(idle.getFirst().hear()).isEmpty();
        } finally {
            close(idle);
        }
    }

    @Test
    void believesTheBalancerWhomItConnects() throws IOException {
        try (SmtpTalk first = SmtpTalk.from("127.0.0.9", port())) {
            first.send("PROXY TCP4 203.0.113.7 198.51.100.1 4711 25\r\n");
            assertThat(first.hear()).startsWith("220");
            first.letter("v1@example.kz", OFFICE, "From: v1@example.kz\r\n\r\nx");
        }
        try (SmtpTalk second = SmtpTalk.from("127.0.0.9", port())) {
            second.send(new byte[] {
                13,
                10,
                13,
                10,
                0,
                13,
                10,
                'Q',
                'U',
                'I',
                'T',
                10,
                0x21,
                0x11,
                0,
                15,
                (byte) 203,
                0,
                113,
                8,
                (byte) 198,
                51,
                100,
                1,
                0x12,
                0x34,
                0,
                25,
                4,
                0,
                0
            });
            assertThat(second.hear()).startsWith("220");
            second.letter("v2@example.kz", OFFICE, "From: v2@example.kz\r\n\r\nx");
        }
        assertThat(from("v1@example.kz").getFirst().envelope().peer()).contains("[203.0.113.7]");
        assertThat(from("v2@example.kz").getFirst().envelope().peer()).contains("[203.0.113.8]");
    }

    @Test
    void hangsUpOnABalancerThatDoesNotIntroduceItself() throws IOException {
        try (SmtpTalk talk = SmtpTalk.from("127.0.0.9", port())) {
            talk.send("EHLO c\r\n");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void believesNobodyElse() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port())) {
            assertThat(talk.say("PROXY TCP4 203.0.113.7 198.51.100.1 4711 25")).startsWith("500");
        }
    }

    private static int port() {
        return desk.bean(SmtpDoor.class).port();
    }

    private static List<LedgerEntry> from(String envelopeFrom) {
        return desk.bean(CustodyLedger.class).since(java.time.Instant.EPOCH, new CustodyId(0), 1000).stream()
                .filter(entry -> entry.envelope().from().equals(envelopeFrom))
                .toList();
    }

    private static String raw(String envelopeFrom) {
        LedgerEntry only = from(envelopeFrom).getFirst();
        assertThat(from(envelopeFrom)).hasSize(1);
        return new String(
                desk.bean(BlobStore.class).get(only.content().orElseThrow()).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static void close(List<SmtpTalk> talks) throws IOException {
        for (SmtpTalk talk : talks) {
            talk.close();
        }
    }
}
