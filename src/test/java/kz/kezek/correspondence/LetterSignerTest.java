package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import kz.kezek.applicant.Language;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S/MIME: what a mail program checks of a signed letter is checked here on its bytes. */
class LetterSignerTest {

    @TempDir
    Path folder;

    private final ComposedLetter letter =
            SampleLetters.compose(SampleLetters.letter(LetterKind.ANSWER, Language.KK, Language.RU));

    @Test
    void signsALetterThatProvesItselfAndReadsAsBefore() throws Exception {
        var certificate = TestCertificate.named("office.example");
        byte[] signed = signer(certificate).sign(letter.mime(), SampleLetters.AT);

        assertThat(verifies(signed, certificate)).isTrue();
        var read = LetterComposerTest.parse(letter.with(signed));
        assertThat(read.getContentType()).startsWith("multipart/signed;").contains("application/pkcs7-signature");
        assertThat(read.getSubject()).isEqualTo(letter.subject());
        assertThat(read.getMessageID()).isEqualTo(letter.messageId());
        var plain = (MimeMultipart) LetterComposerTest.parse(letter).getContent();
        var within = (MimeMultipart)
                ((MimeMultipart) read.getContent()).getBodyPart(0).getContent();
        assertThat(within.getBodyPart(0).getContent())
                .isEqualTo(plain.getBodyPart(0).getContent());
    }

    @Test
    void notesTheInstantOfTheLetterAndNoOther() throws Exception {
        var signer = signer(TestCertificate.named("office.example"));
        byte[] signed = signer.sign(letter.mime(), SampleLetters.AT);

        var time = data(signed)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next()
                .getSignedAttributes()
                .get(org.bouncycastle.asn1.cms.CMSAttributes.signingTime)
                .getAttrValues()
                .getObjectAt(0);
        assertThat(org.bouncycastle.asn1.cms.Time.getInstance(time).getDate().toInstant())
                .isEqualTo(SampleLetters.AT);
    }

    @Test
    void provesNothingOnceALetterOfItsTextIsChanged() throws Exception {
        var certificate = TestCertificate.named("office.example");
        byte[] signed = signer(certificate).sign(letter.mime(), SampleLetters.AT);
        String text = new String(signed, StandardCharsets.US_ASCII);
        int at = text.indexOf("base64\r\n\r\n") + 10;
        signed[at] = (byte) (signed[at] == 'A' ? 'B' : 'A');

        assertThat(verifies(signed, certificate)).isFalse();
    }

    @Test
    void signsNothingUnlessConfiguredAndSaysWhyItCannot() throws Exception {
        Path store = TestCertificate.named("office.example").pkcs12(folder.resolve("key.p12"));

        assertThat(LetterSigner.of(new RelaySettings.Smime("", ""))).isEmpty();
        assertThatThrownBy(() -> LetterSigner.of(new RelaySettings.Smime(store.toString(), "wrong")))
                .hasMessageContaining("kezek.relay.smime")
                .hasMessageNotContaining("wrong");
        assertThat(new RelaySettings.Smime(store.toString(), "secret").toString())
                .doesNotContain("secret");
    }

    private LetterSigner signer(TestCertificate certificate) throws Exception {
        Path store = certificate.pkcs12(folder.resolve("key.p12"));
        return LetterSigner.of(new RelaySettings.Smime(store.toString(), TestCertificate.PASSWORD))
                .orElseThrow();
    }

    static boolean verifies(byte[] signed, TestCertificate certificate) throws Exception {
        SignerInformation signer =
                data(signed).getSignerInfos().getSigners().iterator().next();
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.certificate()));
        } catch (CMSException changed) {
            return false;
        }
    }

    /** The signed part as RFC 1847 cuts it: between the boundaries, without the line end before the second. */
    private static CMSSignedData data(byte[] signed) throws Exception {
        String text = new String(signed, StandardCharsets.US_ASCII);
        String header = text.substring(0, text.indexOf("\r\n\r\n"));
        String boundary = "--" + header.replaceAll("(?s).*boundary=\"([^\"]+)\".*", "$1");
        String[] parts = text.split("\r\n" + java.util.regex.Pattern.quote(boundary));
        String content = parts[1].substring(2);
        String signature = parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4);
        return new CMSSignedData(
                new CMSProcessableByteArray(content.getBytes(StandardCharsets.US_ASCII)),
                Base64.getMimeDecoder().decode(signature));
    }
}
