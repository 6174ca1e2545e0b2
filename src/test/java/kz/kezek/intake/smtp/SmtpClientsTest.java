package kz.kezek.intake.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom the SMTP door lets in and whom it sends away, so that no client starves another; balancers that speak for others. */
class SmtpClientsTest {

    private static final String OFFICE = "office@sud.kz";
    private static final int FULL = 12;

    private static OpenSmtpDoor door;

    @BeforeAll
    static void start() {
        door = OpenSmtpDoor.with(Map.of(
                "kezek.smtp.max-connections",
                FULL,
                "kezek.smtp.max-connections-per-address",
                3,
                "kezek.smtp.max-idle-commands",
                20,
                "kezek.smtp.idle-timeout",
                "4s",
                "kezek.smtp.proxy-from",
                "127.0.0.9"));
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    @Test
    void endsAConversationOfErrors() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
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
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            for (int i = 0; i < 20; i++) {
                assertThat(talk.say("NOOP")).startsWith("250");
            }
            assertThat(talk.say("RSET")).startsWith("421 4.7.0");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void hangsUpOnABrowser() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            assertThat(talk.say("POST / HTTP/1.1")).startsWith("500");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void saysGoodbyeToTheSilent() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            assertThat(talk.hear()).startsWith("421 4.4.2");
        }
    }

    @Test
    void letsSoManyInFromOneAddressButAnyNumberFromARelay() throws IOException {
        List<SmtpTalk> talks = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                talks.add(SmtpTalk.from("127.0.0.5", door.port()));
                assertThat(talks.getLast().hear()).startsWith("220");
            }
            talks.add(SmtpTalk.from("127.0.0.5", door.port()));
            assertThat(talks.getLast().hear()).startsWith("421 4.7.0");
            for (int i = 0; i < 5; i++) {
                talks.add(SmtpTalk.from("127.0.0.1", door.port()));
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
                idle.add(SmtpTalk.greeted(door.port()));
            }
            try (SmtpTalk honest = SmtpTalk.greeted(door.port())) {
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
        try (SmtpTalk first = SmtpTalk.from("127.0.0.9", door.port())) {
            first.send("PROXY TCP4 203.0.113.7 198.51.100.1 4711 25\r\n");
            assertThat(first.hear()).startsWith("220");
            first.letter("v1@example.kz", OFFICE, "From: v1@example.kz\r\n\r\nx");
        }
        try (SmtpTalk second = SmtpTalk.from("127.0.0.9", door.port())) {
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
        assertThat(door.from("v1@example.kz").getFirst().envelope().peer()).contains("[203.0.113.7]");
        assertThat(door.from("v2@example.kz").getFirst().envelope().peer()).contains("[203.0.113.8]");
    }

    @Test
    void hangsUpOnABalancerThatDoesNotIntroduceItself() throws IOException {
        try (SmtpTalk talk = SmtpTalk.from("127.0.0.9", door.port())) {
            talk.send("EHLO c\r\n");
            assertThat(talk.hear()).isEmpty();
        }
    }

    @Test
    void believesNobodyElse() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            assertThat(talk.say("PROXY TCP4 203.0.113.7 198.51.100.1 4711 25")).startsWith("500");
        }
    }

    private static void close(List<SmtpTalk> talks) throws IOException {
        for (SmtpTalk talk : talks) {
            talk.close();
        }
    }
}
