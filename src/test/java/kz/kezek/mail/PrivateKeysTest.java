package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {

    private static final String PEM =
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIFHzBJBgkqhkiG9w0BBQ0wPDAbBgkqhkiG9w0BBQwwDgQIAAAAAAAAAAACAggA\n-----END ENCRYPTED PRIVATE KEY-----";

    private static byte[] container(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            if (type.equals("PKCS12")) {
                char[] password = "secret".toCharArray();
                store.setEntry(
                        "k",
                        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                        new KeyStore.PasswordProtection(password));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, "secret".toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] letter(String fileName, byte[] content) {
        return ("From: a@example.kz\r\nSubject: key\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nmy key\r\n--b\r\nContent-Type: application/octet-stream; name=\""
                        + fileName
                        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(content) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void takesAKeyStoreOutByItsContent(String type) {
        byte[] key = container(type);
        Redaction redaction = PrivateKeys.redact(letter("photo.jpg", key));

        assertThat(redaction.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.fileName()).isEqualTo("photo.jpg");
            assertThat(refused.size()).isEqualTo(key.length);
            assertThat(refused.sha256()).hasSize(64);
        });
        InboundMail mail = new MailReader().read(redaction.raw());
        assertThat(mail.text()).isEqualTo("my key");
        assertThat(new String(mail.attachments().getFirst().bytes(), StandardCharsets.UTF_8))
                .startsWith("[private key removed: photo.jpg");
        assertThat(PrivateKeys.redact(redaction.raw()).changed()).isFalse();
    }

    @Test
    void takesAKeyOutByItsFileName() {
        assertThat(PrivateKeys.redact(letter("AUTH_RSA256.P12", new byte[] {1, 2, 3}))
                        .refused())
                .hasSize(1);
    }

    @Test
    void looksIntoZipArchivesWithinZipArchives() throws IOException {
        byte[] inner = zip("x.bin", container("PKCS12"));

        assertThat(PrivateKeys.redact(letter("docs.zip", zip("more.zip", inner)))
                        .refused())
                .hasSize(1);
        assertThat(PrivateKeys.redact(letter("docs.zip", zip("readme.txt", new byte[] {65})))
                        .changed())
                .isFalse();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void looksInto7zArchives() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("keys/GOSTKNCA.p12");
            archive.putArchiveEntry(entry);
            archive.write(new byte[] {1, 2, 3});
            archive.closeArchiveEntry();
        }

        assertThat(PrivateKeys.redact(letter("k.7z", channel.array())).refused())
                .hasSize(1);
    }

    @Test
    void looksIntoEnclosedLettersAndTheirBase64() {
        byte[] inner = letter("k.bin", container("PKCS12"));
        byte[] plain = ("Subject: fwd\nContent-Type: message/rfc822\n\n" + new String(inner, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        byte[] encoded = ("Subject: fwd\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(inner))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(PrivateKeys.redact(plain).refused()).hasSize(1);
        assertThat(PrivateKeys.redact(encoded).refused()).hasSize(1);
        assertThat(PrivateKeys.redact(PrivateKeys.redact(encoded).raw()).changed())
                .isFalse();
    }

    @Test
    void takesPemOutOfTheTextInAnyEncoding() {
        String body = "see\n" + PEM + "\nthanks";
        String encoded = "Subject: k\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        for (String letter : new String[] {
            "Subject: k\n\n" + body,
            encoded,
            "Subject: k\nContent-Transfer-Encoding: quoted-printable\n\n" + body.replace("=", "=3D")
        }) {
            Redaction redaction = PrivateKeys.redact(letter.getBytes(StandardCharsets.UTF_8));

            assertThat(redaction.refused()).hasSize(1);
            assertThat(new MailReader().read(redaction.raw()).text())
                    .startsWith("see\n[private key removed")
                    .endsWith("thanks")
                    .doesNotContain("MIIFHz");
        }
    }

    @Test
    void takesAPastedContainerOutOfTheText() {
        String pasted = "Subject: k\n\nвот ключ\n"
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(container("PKCS12")) + "\nспасибо\n";
        Redaction redaction = PrivateKeys.redact(pasted.getBytes(StandardCharsets.UTF_8));

        assertThat(redaction.refused()).hasSize(1);
        assertThat(new MailReader().read(redaction.raw()).text())
                .contains("вот ключ", "спасибо")
                .doesNotContain("MII");
    }

    @Test
    void acceptsPublicCertificatesAndWordsAboutKeys() {
        String certificate =
                "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----";
        byte[] raw = ("Subject: PRIVATE KEY p12\n\nМой файл .p12 и PRIVATE KEY----- не открываются\n" + certificate)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(PrivateKeys.redact(raw).raw()).isSameAs(raw);
        assertThat(PrivateKeys.redact(letter("my.cer", certificate.getBytes(StandardCharsets.UTF_8)))
                        .changed())
                .isFalse();
    }

    @Test
    void findsKeysBehindTheLastPartItReads() {
        String deep = IntStream.range(0, 300)
                        .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
                        .collect(Collectors.joining())
                + "\n" + Base64.getMimeEncoder().encodeToString(container("PKCS12"));

        assertThat(PrivateKeys.redact(("Subject: k\n" + deep).getBytes(StandardCharsets.UTF_8))
                        .refused())
                .hasSize(1);
    }
}
