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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "пароль Qwerty12",
                "Пароль: Qwerty12",
                "пароль от ключа - Qwerty12.",
                "Пароль:\nQwerty12\n",
                "(пароль=Qwerty12)",
                "The password for the key is «Qwerty12»",
                "Құпиясөз: Qwerty12",
                "ПАРОЛЬ К ЭЦП Qwerty12"
            })
    void masksThePasswordWrittenBesideAKey(String words) {
        Redaction redaction = PrivateKeys.redact(withText("text/plain", "Прилагаю ключ.\n" + words + "\nСпасибо"));

        InboundMail mail = new MailReader().read(redaction.raw());
        assertThat(mail.text())
                .contains("Прилагаю ключ.", "********", "Спасибо")
                .doesNotContain("Qwerty12");
        assertThat(new String(redaction.raw(), StandardCharsets.UTF_8)).doesNotContain("Qwerty12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Забыл пароль, что делать?",
                "Пароль: не подходит, ошибка при входе",
                "Пароль прилагаю отдельно. Ошибка 403",
                "Код ошибки: 12345678"
            })
    void leavesWordsAboutPasswordsAsTheyAre(String words) {
        InboundMail mail = new MailReader()
                .read(PrivateKeys.redact(withText("text/plain", words)).raw());

        assertThat(mail.text().strip()).isEqualTo(words);
    }

    @Test
    void masksThePasswordInSubjectHtmlFilesAndEnclosedLetters() {
        String inner = "Subject: fwd\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\n"
                + base64("Qwerty12 подошёл");
        String raw = "Subject: =?utf-8?B?" + base64("ключ, пароль Qwerty12").strip() + "?=\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
                + "Content-Transfer-Encoding: quoted-printable\n\n<p>Qwerty=\n12</p>\n--b\nContent-Type: text/plain;"
                + " name=\"p.txt\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
                + base64("Qwerty12") + "\n--b\nContent-Type: message/rfc822\n\n" + inner
                + "\n--b\nContent-Type: application/x-pkcs12; name=\"k.p12\"\n\nxyz\n--b--\n";
        Redaction redaction = PrivateKeys.redact(raw.getBytes(StandardCharsets.UTF_8));

        InboundMail mail = new MailReader().read(redaction.raw());
        assertThat(redaction.refused()).hasSize(1);
        assertThat(mail.subject()).isEqualTo("ключ, пароль ********");
        assertThat(mail.html()).contains("********").doesNotContain("Qwerty");
        assertThat(mail.attachments().getFirst().bytes()).asString().startsWith("********");
        assertThat(new MailReader().read(mail.attachments().get(1).bytes()).text())
                .contains("******** подошёл");
    }

    @Test
    void leavesAPasswordAloneWhereThereIsNoKey() {
        byte[] raw = "Subject: x\n\nпароль: Qwerty12\n".getBytes(StandardCharsets.UTF_8);

        assertThat(PrivateKeys.redact(raw).raw()).isSameAs(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rar4", "rar5"})
    void readsTheListingOfRarArchives(String version) {
        assertThat(PrivateKeys.redact(letter("docs.rar", rar(version, "keys/GOST512_abc.p12", false)))
                        .refused())
                .hasSize(1);
        assertThat(PrivateKeys.redact(letter("docs.rar", rar(version, "keys/photo.jpg .p12 x", false)))
                        .changed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rar4", "rar5"})
    void refusesAnArchiveOfHiddenNamesOnlyWhenItsOwnNameSaysKey(String version) {
        byte[] hidden = rar(version, "", true);

        assertThat(PrivateKeys.redact(letter("мой ключ ЭЦП.rar", hidden)).refused())
                .hasSize(1);
        assertThat(PrivateKeys.redact(letter("документы.rar", hidden)).changed())
                .isFalse();
        assertThat(PrivateKeys.redact(letter("мой ключ ЭЦП.rar", rar(version, "photo.jpg", false)))
                        .changed())
                .isFalse();
    }

    /** One stored file of three bytes, or headers that are encrypted, by the format's own description. */
    private static byte[] rar(String version, String name, boolean encrypted) {
        byte[] file = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (version.equals("rar5")) {
            out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 1, 0});
            out.writeBytes(new byte[] {0, 0, 0, 0, 3, 1, 0, 0});
            out.writeBytes(
                    encrypted
                            ? new byte[] {0, 0, 0, 0, 4, 4, 0, 0, 0}
                            : new byte[] {
                                0, 0, 0, 0, (byte) (9 + file.length), 2, 2, 3, 0, 3, 0x20, 0, 0, (byte) file.length
                            });
        } else {
            out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
            out.writeBytes(new byte[] {0, 0, 0x73, (byte) (encrypted ? 0x80 : 0), 0, 13, 0, 0, 0, 0, 0, 0, 0});
            out.writeBytes(new byte[] {0, 0, 0x74, 0, (byte) 0x80, (byte) (32 + file.length), 0, 3, 0, 0, 0});
            out.writeBytes(new byte[15]);
            out.writeBytes(new byte[] {(byte) file.length, 0, 0, 0, 0, 0});
        }
        out.writeBytes(file);
        out.writeBytes(new byte[] {1, 2, 3});
        return out.toByteArray();
    }

    private static byte[] withText(String type, String text) {
        return ("Subject: key\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
                        + type + "; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64(text)
                        + "\n--b\nContent-Type: application/x-pkcs12; name=\"k.p12\"\n\nxyz\n--b--\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A zip of a key is seen by unpacking alone: nothing but its part says that there is one. */
    private static String zippedKey() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("k"));
            zip.write(container("PKCS12"));
        }
        return Base64.getMimeEncoder().encodeToString(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"preamble", "epilogue"})
    void keepsNothingButTheHeaderWhereTheKeyStandsInASecondPlace(String place) throws IOException {
        String key = zippedKey();
        String parts =
                "--b\r\nContent-Type: application/zip; name=\"a.zip\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + key + "\r\n--b--\r\n";
        String letter = "From: a@example.kz\r\nSubject: help\r\nMessage-ID: <1@example.kz>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + (place.equals("preamble") ? key + "\r\n" + parts : parts + "\r\n" + key);

        Redaction redaction = PrivateKeys.redact(letter.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(redaction.raw(), StandardCharsets.UTF_8)).doesNotContain(key.substring(0, 60));
        assertThat(redaction.refused()).extracting(RefusedKey::fileName).containsExactly("a.zip");
        InboundMail mail = new MailReader().read(redaction.raw());
        assertThat(mail.subject()).isEqualTo("help");
        assertThat(mail.messageId()).isEqualTo("1@example.kz");
        assertThat(mail.text()).startsWith("[letter body removed:").contains("[private key removed: a.zip, ");
        assertThat(PrivateKeys.redact(redaction.raw()).changed()).isFalse();
    }

    @Test
    void keepsNothingButTheHeaderWhereThePlaceOfAKeyCannotBeFound() {
        byte[] letter = letter("a.p12", new byte[] {1, 2, 3, 4});
        MimePart root = MimeTree.read(letter, MailLimits.standard(), new Repairs());
        root.children().getLast().body("bytes that stand nowhere".getBytes(StandardCharsets.UTF_8));

        assertThat(KeyPlaces.replaced(
                        letter, root, MailLimits.standard(), part -> part.isText() ? part.rawBody() : new byte[0]))
                .isEmpty();
        assertThat(new String(KeyPlaces.headerOnly(root, java.util.List.of()), StandardCharsets.UTF_8))
                .contains("subject: key")
                .doesNotContain("my key", "AQIDBA");
    }

    @Test
    void rewritesTheBodyAndNotAnEarlierPlaceThatReadsTheSame() {
        String letter = "From: a@example.kz\r\nSubject: AQIDBA==\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nit is AQIDBA==\r\n"
                + "--b\r\nContent-Type: application/octet-stream; name=a.p12\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + "AQIDBA==\r\n--b--\r\n";

        InboundMail mail = new MailReader()
                .read(PrivateKeys.redact(letter.getBytes(StandardCharsets.UTF_8))
                        .raw());

        assertThat(mail.subject()).isEqualTo("AQIDBA==");
        assertThat(mail.text()).isEqualTo("it is AQIDBA==");
        assertThat(new String(mail.attachments().getFirst().bytes(), StandardCharsets.UTF_8))
                .startsWith("[private key removed: a.p12");
    }

    @Test
    void saysWhetherAPasswordWasMasked() {
        byte[] with = new String(letter("a.p12", new byte[] {1, 2, 3}), StandardCharsets.UTF_8)
                .replace("my key", "password: Qwerty12")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(PrivateKeys.redact(with).passwordMasked()).isTrue();
        assertThat(PrivateKeys.redact(letter("a.p12", new byte[] {1, 2, 3})).passwordMasked())
                .isFalse();
    }
}
