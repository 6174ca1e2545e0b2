package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.server.SMTPServer;

/** The relay over TLS, begun in the open or from the first byte: the right certificate or no letter. */
class RelayTlsTest {

    @TempDir
    Path folder;

    private final List<byte[]> taken = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "implicit"})
    void handsOverToTheRightCertificate(String tls) throws Exception {
        var certificate = TestCertificate.named("localhost");

        var outcome = hand(tls, certificate, Optional.of(certificate.pem(folder.resolve("trusted.pem"))), sample());

        assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "implicit"})
    void keepsTheLetterFromACertificateOfAnotherName(String tls) throws Exception {
        var certificate = TestCertificate.named("elsewhere.example");

        var outcome = hand(tls, certificate, Optional.of(certificate.pem(folder.resolve("trusted.pem"))), sample());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.TryAgain.class,
                        again -> assertThat(again.reply())
                                .containsAnyOf("server identity", "No name matching", "subject alternative"));
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "implicit"})
    void keepsTheLetterFromACertificateThatNobodyVouchesFor(String tls) throws Exception {
        var outcome = hand(tls, TestCertificate.named("localhost"), Optional.empty(), sample());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.TryAgain.class,
                        again -> assertThat(again.reply()).containsIgnoringCase("certification path"));
        assertThat(taken).isEmpty();
    }

    @Test
    void keepsTheLetterFromARelayThatOffersNoTls() throws Exception {
        SMTPServer relay = server().build();
        relay.start();
        try {
            assertThat(hand("starttls", relay.getPortAllocated(), Optional.empty(), sample()))
                    .isInstanceOfSatisfying(
                            DeliveryOutcome.TryAgain.class,
                            again -> assertThat(again.reply()).contains("STARTTLS"));
        } finally {
            relay.stop();
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void deliversASignatureThatStillProvesTheLetter() throws Exception {
        var certificate = TestCertificate.named("localhost");
        Path store = certificate.pkcs12(folder.resolve("key.p12"));
        byte[] signed = LetterSigner.of(new RelaySettings.Smime(store.toString(), TestCertificate.PASSWORD))
                .orElseThrow()
                .sign(sample(), SampleLetters.AT);

        hand("implicit", certificate, Optional.of(certificate.pem(folder.resolve("trusted.pem"))), signed);

        String arrived = new String(taken.getFirst(), StandardCharsets.US_ASCII);
        assertThat(LetterSignerTest.verifies(
                        arrived.substring(arrived.indexOf("Date:")).getBytes(StandardCharsets.US_ASCII), certificate))
                .isTrue();
    }

    private static byte[] sample() {
        return SampleLetters.compose(SampleLetters.letter(LetterKind.ANSWER, Language.RU))
                .mime();
    }

    private DeliveryOutcome hand(String tls, TestCertificate certificate, Optional<Path> trust, byte[] letter)
            throws Exception {
        var builder = server();
        SMTPServer relay = tls.equals("implicit")
                ? builder.serverSocketFactory(certificate.server()).build()
                : builder.enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(certificate.server())
                        .build();
        relay.start();
        try {
            return hand(tls, relay.getPortAllocated(), trust, letter);
        } finally {
            relay.stop();
        }
    }

    private SMTPServer.Builder server() {
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> taken.add(data));
    }

    private static DeliveryOutcome hand(String tls, int port, Optional<Path> trust, byte[] letter) {
        var settings = new RelaySettings(
                "localhost",
                port,
                "",
                "",
                tls,
                Duration.ofSeconds(10),
                1,
                Duration.ofDays(5),
                trust.map(Path::toString).orElse(""),
                new RelaySettings.Smime("", ""));
        try (Relay relay = new SmtpRelay(settings, "sud.kz")) {
            return relay.hand("office@sud.kz", "a@example.kz", UUID.randomUUID(), letter);
        }
    }
}
