package kz.kezek.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Signs letters with the service's own key: S/MIME 4.0 {@code multipart/signed} (RFC 8551 §3.5.3) over SHA-256, readable by
 * programs that know nothing of signatures. Safe for use by many threads.
 */
final class LetterSigner {

    private static final String NEW_LINE = "\r\n";

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private LetterSigner(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * The signer of a PKCS#12 file; nothing when none is configured.
     *
     * @throws IllegalStateException when the file cannot be read with the password or holds no single key
     */
    static Optional<LetterSigner> of(RelaySettings.Smime settings) {
        if (settings.store().isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(Path.of(settings.store()))) {
            char[] password = settings.password().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return Optional.of(new LetterSigner(
                            key,
                            Arrays.stream(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList()));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(settings, String.valueOf(e.getMessage()), e);
        }
        throw unusable(settings, "it holds no private key", null);
    }

    private static IllegalStateException unusable(RelaySettings.Smime settings, String why, @Nullable Exception cause) {
        return new IllegalStateException(
                "letters cannot be signed with " + settings.store() + " (kezek.relay.smime): " + why, cause);
    }

    /** The same letter, its content signed as of this instant; what the header says of the content moves into the signed part. */
    byte[] sign(byte[] mime, Instant at) {
        String letter = new String(mime, StandardCharsets.US_ASCII);
        int end = letter.indexOf(NEW_LINE + NEW_LINE);
        var header = new StringBuilder();
        var content = new StringBuilder();
        for (String field : letter.substring(0, end).split("\r\n(?![ \t])")) {
            boolean ofContent = field.startsWith("Content-Type:") || field.startsWith("Content-Transfer-Encoding:");
            (ofContent ? content : header).append(field).append(NEW_LINE);
        }
        content.append(letter, end + NEW_LINE.length(), letter.length());
        return signed(header.toString(), content.toString(), at).getBytes(StandardCharsets.US_ASCII);
    }

    private String signed(String header, String content, Instant at) {
        String boundary = "=_" + UUID.nameUUIDFromBytes(("signed" + header).getBytes(StandardCharsets.US_ASCII));
        String signature =
                Base64.getMimeEncoder().encodeToString(signature(content.getBytes(StandardCharsets.US_ASCII), at));
        return header
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n"
                + " micalg=sha-256; boundary=\"" + boundary + "\"\r\n\r\n"
                + "--" + boundary + NEW_LINE + content + NEW_LINE
                + "--" + boundary + NEW_LINE
                + "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
                + signature + NEW_LINE + "--" + boundary + "--" + NEW_LINE;
    }

    private byte[] signature(byte[] content, Instant at) {
        try {
            var attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            var signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                    .build(
                            new JcaContentSignerBuilder(
                                            "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"))
                                    .build(key),
                            chain.getFirst());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("a letter cannot be signed", e);
        }
    }
}
