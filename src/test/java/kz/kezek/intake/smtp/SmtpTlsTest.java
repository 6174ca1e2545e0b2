package kz.kezek.intake.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS at the SMTP door (RFC 3207) with a certificate of the test's own. */
class SmtpTlsTest {

    private static final String OFFICE = "office@sud.kz";

    @TempDir
    private static Path folder;

    private static OpenSmtpDoor door;
    private static SelfSigned identity;

    @BeforeAll
    static void start() throws Exception {
        identity = SelfSigned.in(folder);
        door = OpenSmtpDoor.with(Map.of(
                "kezek.smtp.tls.certificate", identity.certificate(),
                "kezek.smtp.tls.key", identity.key()));
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    @Test
    void goesOnUnderTls() throws Exception {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
                assertThat(talk.say("EHLO c")).contains("250-STARTTLS");
                assertThat(talk.say("STARTTLS")).startsWith("220 2.0.0");
                talk.secure(identity.trusting(), version);
                assertThat(talk.say("MAIL FROM:<early@example.kz>")).startsWith("503");
                assertThat(talk.say("EHLO c")).doesNotContain("STARTTLS");
                String sender = version.toLowerCase(java.util.Locale.ROOT) + "@example.kz";
                assertThat(talk.letter(sender, OFFICE, "From: " + sender + "\r\n\r\nx"))
                        .startsWith("250");
                assertThat(door.raw(sender)).contains("with ESMTPS");
            }
        }
    }

    @Test
    void speaksNoOlderTls() throws Exception {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.say("EHLO c");
            talk.say("STARTTLS");
            assertThatThrownBy(() -> talk.secure(identity.trusting(), "TLSv1.1"))
                    .isInstanceOf(SSLException.class);
        }
    }

    /** STARTTLS injection (CVE-2011-0411): nothing said in the clear is obeyed under TLS. */
    @Test
    void endsAConversationWithCommandsBehindStartTls() throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(door.port())) {
            talk.say("EHLO c");
            talk.send("STARTTLS\r\nMAIL FROM:<injected@example.kz>\r\n");

            assertThat(talk.hear()).startsWith("503 5.5.1");
            assertThat(talk.hear()).isEmpty();
        }
    }
}
