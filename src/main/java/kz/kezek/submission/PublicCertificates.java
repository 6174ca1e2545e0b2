package kz.kezek.submission;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAttachment;
import kz.kezek.submission.PublicCertificate.KeyPurpose;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.openssl.PEMParser;

/**
 * Reads public certificates from attached files: DER and PEM ({@code .cer .crt .pem}), and those inside a CMS signature ({@code .p7s .p7b},
 * S/MIME). A file that is none gives none. The keys themselves are not decoded, so GOST certificates read like any other.
 */
public final class PublicCertificates {

    private static final int LARGEST_FILE = 1 << 20;
    private static final int MOST_CERTIFICATES = 20;
    private static final String PEM_HEADER = "-----BEGIN ";
    private static final List<String> EXTENSIONS =
            List.of(".cer", ".crt", ".pem", ".der", ".p7s", ".p7b", ".p7m", ".p7c", ".cms");

    private PublicCertificates() {}

    /** The certificates of people and firms attached to this letter; those of certification authorities are left out. */
    public static List<PublicCertificate> in(InboundMail mail) {
        List<PublicCertificate> certificates = new ArrayList<>();
        for (MailAttachment attachment : mail.attachments()) {
            String name = attachment.fileName().toLowerCase(Locale.ROOT);
            boolean signature = attachment.mediaType().contains("pkcs7")
                    || attachment.mediaType().contains("x509");
            if (signature || EXTENSIONS.stream().anyMatch(name::endsWith)) {
                certificates.addAll(in(attachment.bytes()));
            }
        }
        return certificates;
    }

    /** The certificates of people and firms in this file. */
    public static List<PublicCertificate> in(byte[] file) {
        if (file.length == 0 || file.length > LARGEST_FILE) {
            return List.of();
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<X509CertificateHolder> holders = text.contains(PEM_HEADER) ? fromPem(text) : fromDer(file);
        return holders.stream()
                .limit(MOST_CERTIFICATES)
                .filter(holder -> !isAuthority(holder))
                .map(PublicCertificates::read)
                .toList();
    }

    private static List<X509CertificateHolder> fromPem(String text) {
        List<X509CertificateHolder> holders = new ArrayList<>();
        String pem = text.substring(text.indexOf(PEM_HEADER));
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object entry = parser.readObject();
            while (entry != null && holders.size() < MOST_CERTIFICATES) {
                if (entry instanceof X509CertificateHolder holder) {
                    holders.add(holder);
                }
                entry = parser.readObject();
            }
        } catch (IOException | RuntimeException damaged) {
            // What was read before the damage stands; the file itself stays with the ticket.
            return holders;
        }
        return holders;
    }

    private static List<X509CertificateHolder> fromDer(byte[] file) {
        try {
            return List.of(new X509CertificateHolder(file));
        } catch (IOException | RuntimeException notACertificate) {
            return fromSignature(file);
        }
    }

    private static List<X509CertificateHolder> fromSignature(byte[] file) {
        try {
            return new ArrayList<>(new CMSSignedData(file).getCertificates().getMatches(null));
        } catch (CMSException | RuntimeException notASignature) {
            return List.of();
        }
    }

    private static PublicCertificate read(X509CertificateHolder holder) {
        X500Name subject = holder.getSubject();
        return new PublicCertificate(
                value(subject, BCStyle.CN),
                value(holder.getIssuer(), BCStyle.CN),
                number(subject, BCStyle.SERIALNUMBER, "IIN"),
                number(subject, BCStyle.OU, "BIN"),
                holder.getNotBefore().toInstant(),
                holder.getNotAfter().toInstant(),
                purposes(holder),
                algorithm(holder));
    }

    private static Optional<ApplicantId> number(X500Name name, ASN1ObjectIdentifier attribute, String prefix) {
        for (RDN rdn : name.getRDNs(attribute)) {
            String value =
                    IETFUtils.valueToString(rdn.getFirst().getValue()).strip().toUpperCase(Locale.ROOT);
            if (value.startsWith(prefix)) {
                return ApplicantId.of(value.substring(prefix.length()).strip());
            }
        }
        return Optional.empty();
    }

    private static String value(X500Name name, ASN1ObjectIdentifier attribute) {
        RDN[] rdns = name.getRDNs(attribute);
        return rdns.length == 0
                ? ""
                : IETFUtils.valueToString(rdns[0].getFirst().getValue()).replace("\\", "");
    }

    private static boolean isAuthority(X509CertificateHolder holder) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(holder.getExtensions());
        return constraints != null && constraints.isCA();
    }

    private static Set<KeyPurpose> purposes(X509CertificateHolder holder) {
        EnumSet<KeyPurpose> purposes = EnumSet.noneOf(KeyPurpose.class);
        KeyUsage usage = KeyUsage.fromExtensions(holder.getExtensions());
        if (usage != null) {
            addIf(purposes, KeyPurpose.SIGNING, usage.hasUsages(KeyUsage.digitalSignature));
            addIf(purposes, KeyPurpose.NON_REPUDIATION, usage.hasUsages(KeyUsage.nonRepudiation));
            addIf(purposes, KeyPurpose.ENCRYPTION, usage.hasUsages(KeyUsage.keyEncipherment));
        }
        ExtendedKeyUsage extended = ExtendedKeyUsage.fromExtensions(holder.getExtensions());
        if (extended != null) {
            addIf(purposes, KeyPurpose.AUTHENTICATION, extended.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth));
        }
        return purposes;
    }

    private static void addIf(Set<KeyPurpose> purposes, KeyPurpose purpose, boolean has) {
        if (has) {
            purposes.add(purpose);
        }
    }

    /** GOST by the arcs of Kazakhstan (1.2.398.3.10.1) and of Russia (1.2.643), the rest by the usual identifiers. */
    private static String algorithm(X509CertificateHolder holder) {
        String oid =
                holder.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm().getId();
        if (oid.startsWith("1.2.398.3.10.1") || oid.startsWith("1.2.643.")) {
            return "GOST";
        }
        return switch (oid) {
            case "1.2.840.113549.1.1.1" -> "RSA";
            case "1.2.840.10045.2.1" -> "EC";
            default -> oid;
        };
    }
}
