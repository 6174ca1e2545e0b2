package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicCertificatesTest {

    private static final Instant ISSUED = Instant.parse("2025-11-20T00:00:00Z");
    private static final Instant OVER = Instant.parse("2026-11-20T06:00:00Z");
    private static final Instant THREE_DAYS_LATER = Instant.parse("2026-11-23T07:00:00Z");
    private static final KeyPair KEYS = keys();
    private static final String PERSON = "CN=ТЕСТОВ ТИМУР,SURNAME=ТЕСТОВ,SERIALNUMBER=IIN900101100014,C=KZ";
    private static final String FIRM =
            "CN=ТЕСТОВ ТИМУР,SERIALNUMBER=IIN900101100014,O=ТОО ОБРАЗЕЦ,OU=BIN940140000385,C=KZ";

    @Test
    void readsTheOwnerValidityIssuerAndPurposes() throws Exception {
        PublicCertificate read =
                only(PublicCertificates.in(certificate(FIRM, rsa(), false).getEncoded()));

        assertThat(read.owner()).isEqualTo("ТЕСТОВ ТИМУР");
        assertThat(read.issuer()).isEqualTo("ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA) 2022");
        assertThat(read.personId().map(ApplicantId::digits)).contains("900101100014");
        assertThat(read.firmId().map(ApplicantId::digits)).contains("940140000385");
        assertThat(read.validFrom()).isEqualTo(ISSUED);
        assertThat(read.validUntil()).isEqualTo(OVER);
        assertThat(read.algorithm()).isEqualTo("RSA");
        assertThat(read.purposes())
                .containsExactlyInAnyOrder(
                        PublicCertificate.KeyPurpose.SIGNING,
                        PublicCertificate.KeyPurpose.NON_REPUDIATION,
                        PublicCertificate.KeyPurpose.AUTHENTICATION);
    }

    @Test
    void readsPemAndTheSignatureOfALetter() throws Exception {
        X509CertificateHolder holder = certificate(PERSON, rsa(), false);
        String pem = "Bag Attributes\n-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(holder.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        CMSSignedDataGenerator signature = new CMSSignedDataGenerator();
        signature.addCertificates(new CollectionStore<>(List.of(holder, certificate("CN=ROOT", rsa(), true))));
        byte[] signed =
                signature.generate(new CMSProcessableByteArray(new byte[0])).getEncoded();

        assertThat(only(PublicCertificates.in(pem.getBytes("UTF-8"))).owner()).isEqualTo("ТЕСТОВ ТИМУР");
        assertThat(only(PublicCertificates.in(signed)).owner()).isEqualTo("ТЕСТОВ ТИМУР");
    }

    @Test
    void readsACertificateWhoseGostKeyNothingHereCanDecode() throws Exception {
        SubjectPublicKeyInfo gost = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.398.3.10.1.1.2.3.1")), new byte[128]);

        assertThat(only(PublicCertificates.in(certificate(PERSON, gost, false).getEncoded()))
                        .algorithm())
                .isEqualTo("GOST");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "not a certificate",
        "-----BEGIN CERTIFICATE-----",
        "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'"
    })
    void findsNothingInWhatIsNoCertificate(String file) throws Exception {
        assertThat(PublicCertificates.in(file.getBytes("UTF-8"))).isEmpty();
    }

    @Test
    void fillsItemOneAndSaysThatTheSignatureIsOver() throws Exception {
        Submission empty = SubmissionReader.read(new SubmissionText("900101100014/СК/ вход", ""));
        List<PublicCertificate> certificates =
                PublicCertificates.in(certificate(PERSON, rsa(), false).getEncoded());

        Submission checked = CertificateCheck.apply(empty, certificates, THREE_DAYS_LATER);

        assertThat(checked.fact(FactKind.EDS_VALIDITY).orElseThrow().value()).isEqualTo("2026-11-20");
        assertThat(checked.fact(FactKind.EDS).orElseThrow().source()).isEqualTo(FactSource.CERTIFICATE);
        assertThat(checked.missingItems()).doesNotContain(FormItem.EDS);
        assertThat(codes(checked)).contains("VALIDITY_PASSED").doesNotContain("MISSING_EDS", "MISSING_EDS_VALIDITY");
        assertThat(codes(CertificateCheck.apply(empty, certificates, OVER))).doesNotContain("VALIDITY_PASSED");
    }

    @Test
    void findsThatTheLetterNamesAnotherDay() throws Exception {
        Submission written =
                SubmissionReader.read(new SubmissionText("900101100014/СК/ вход", "ЭЦП: RSA256, до 14.05.2027"));
        List<PublicCertificate> certificates =
                PublicCertificates.in(certificate(PERSON, rsa(), false).getEncoded());

        Submission checked = CertificateCheck.apply(written, certificates, ISSUED);

        assertThat(codes(checked)).contains("VALIDITY_DIFFERS_FROM_CERTIFICATE").doesNotContain("VALIDITY_PASSED");
        assertThat(checked.fact(FactKind.EDS_VALIDITY).orElseThrow().value()).isEqualTo("2027-05-14");
    }

    @Test
    void findsThatTheCertificateIsSomebodyElses() throws Exception {
        Submission written = SubmissionReader.read(new SubmissionText("940140000385/СК/ вход", ""));
        List<PublicCertificate> persons =
                PublicCertificates.in(certificate(PERSON, rsa(), false).getEncoded());
        List<PublicCertificate> firms =
                PublicCertificates.in(certificate(FIRM, rsa(), false).getEncoded());

        assertThat(codes(CertificateCheck.apply(written, persons, ISSUED))).contains("ID_DIFFERS_FROM_CERTIFICATE");
        assertThat(codes(CertificateCheck.apply(written, firms, ISSUED))).doesNotContain("ID_DIFFERS_FROM_CERTIFICATE");
    }

    @Test
    void readsNothingFromACertificateThatNamesNoOwnersNumber() throws Exception {
        Submission empty = SubmissionReader.read(new SubmissionText("900101100014/СК/ вход", ""));
        List<PublicCertificate> mailOnly = PublicCertificates.in(
                certificate("CN=t.testov@example.kz", rsa(), false).getEncoded());

        assertThat(CertificateCheck.apply(empty, mailOnly, ISSUED)).isEqualTo(empty);
    }

    @Test
    void judgesAnewByTheNextCertificate() throws Exception {
        Submission empty = SubmissionReader.read(new SubmissionText("900101100014/СК/ вход", ""));
        List<PublicCertificate> certificates =
                PublicCertificates.in(certificate(PERSON, rsa(), false).getEncoded());
        Submission over = CertificateCheck.apply(empty, certificates, THREE_DAYS_LATER);

        assertThat(codes(CertificateCheck.apply(over, certificates, ISSUED))).doesNotContain("VALIDITY_PASSED");
        assertThat(CertificateCheck.apply(over, List.of(), ISSUED)).isEqualTo(over);
        assertThat(codes(CertificateCheck.apply(over, certificates, THREE_DAYS_LATER)))
                .containsOnlyOnce("VALIDITY_PASSED");
    }

    @ParameterizedTest
    @CsvSource({
        "до 22.11.2026, true",
        "до 23.11.2026, false",
        "до 24.11.2026, false",
        "бессрочно, false",
        "до ноября 2025, true"
    })
    void findsThatTheDayInTheLetterIsOver(String validity, boolean passed) {
        Submission written =
                SubmissionReader.read(new SubmissionText("900101100014/СК/ вход", "1) ЭЦП: RSA256, " + validity));

        Submission checked = CertificateCheck.apply(written, List.of(), THREE_DAYS_LATER);

        assertThat(codes(checked).contains("VALIDITY_PASSED")).isEqualTo(passed);
        assertThat(CertificateCheck.apply(checked, List.of(), THREE_DAYS_LATER)).isEqualTo(checked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2026-11-20; RU; истёк 3 дня назад
            2026-11-22; RU; истёк 1 день назад
            2026-11-12; RU; истёк 11 дней назад
            2026-11-23; RU; истекает сегодня
            2026-12-25; RU; действителен ещё 32 дня
            2026-11-20; KK; 3 күн бұрын аяқталған
            2026-11-20; EN; expired 3 days ago
            """)
    void saysHowTheValidityStands(LocalDate until, Language language, String words) {
        assertThat(CertificateCheck.inWords(until, LocalDate.parse("2026-11-23"), language))
                .isEqualTo(words);
    }

    @Test
    void saysOfASignatureThatIsOverThatItEndedToday() {
        LocalDate today = LocalDate.parse("2026-11-23");

        assertThat(CertificateCheck.overInWords(today, today, Language.RU)).isEqualTo("истёк сегодня");
        assertThat(CertificateCheck.overInWords(today.minusDays(3), today, Language.RU))
                .isEqualTo("истёк 3 дня назад");
    }

    private static List<String> codes(Submission submission) {
        return submission.defects().stream().map(Defect::code).toList();
    }

    private static PublicCertificate only(List<PublicCertificate> certificates) {
        assertThat(certificates).hasSize(1);
        return certificates.getFirst();
    }

    private static X509CertificateHolder certificate(String subject, SubjectPublicKeyInfo key, boolean authority)
            throws Exception {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name("CN=ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA) 2022,C=KZ"),
                BigInteger.ONE,
                Date.from(ISSUED),
                Date.from(OVER),
                new X500Name(subject),
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(KEYS.getPrivate());
        return builder.build(signer);
    }

    private static SubjectPublicKeyInfo rsa() {
        return SubjectPublicKeyInfo.getInstance(KEYS.getPublic().getEncoded());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
