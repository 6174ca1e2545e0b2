package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes private keys out of a raw letter before anything of it is stored: PKCS#12 and Java key stores, PEM keys, also in
 * Base64, in archives, in winmail.dat, in uuencode blocks and in enclosed letters. Sending one is an offence of the sender
 * (КоАП ст. 640), storing it would be ours. What remains is a valid letter with a note in the key's place.
 */
public final class PrivateKeys {

    private static final MailLimits LIMITS = new MailLimits(200, 20_000, 5000, 1 << 20, 1000, 4_000_000, 64 << 20);
    private static final int DEEPEST = 20;

    private final int depth;
    private final List<RefusedKey> refused = new ArrayList<>();
    private final HeaderDecoder decoder = new HeaderDecoder(Optional.empty(), 1000, new Repairs());

    private PrivateKeys(int depth) {
        this.depth = depth;
    }

    /** The letter without private keys; the very bytes given when there is none. Never fails for any input. */
    public static Redaction redact(byte[] raw) {
        Redaction keys = redact(raw, 0);
        return keys.changed() ? withoutPasswords(keys) : keys;
    }

    /** A password written beside a key is masked in subject, text, HTML, text files and enclosed letters alike. */
    private static Redaction withoutPasswords(Redaction keys) {
        Set<String> passwords = new LinkedHashSet<>();
        collectPasswords(keys.raw(), 0, passwords);
        byte[] masked = passwords.isEmpty() ? keys.raw() : masked(keys.raw(), passwords, 0);
        return new Redaction(masked, keys.refused(), !Arrays.equals(masked, keys.raw()));
    }

    private static void collectPasswords(byte[] letter, int depth, Set<String> passwords) {
        InboundMail mail = new MailReader(LIMITS).read(letter);
        passwords.addAll(WrittenPasswords.in(mail.subject()));
        passwords.addAll(WrittenPasswords.in(mail.text()));
        passwords.addAll(WrittenPasswords.in(HtmlText.of(mail.html())));
        for (MailAttachment file : mail.attachments()) {
            if (file.mediaType().equals("message/rfc822") && depth < DEEPEST) {
                collectPasswords(file.bytes(), depth + 1, passwords);
            } else if (file.mediaType().startsWith("text/")) {
                String text =
                        TextDecoder.decode(file.bytes(), "", Optional.empty()).text();
                String stem =
                        file.fileName().substring(0, Math.max(0, file.fileName().lastIndexOf('.')));
                passwords.addAll(WrittenPasswords.in(stem + ": " + text));
            }
        }
    }

    private static byte[] masked(byte[] raw, Set<String> passwords, int depth) {
        byte[] letter = maskedSubject(WrittenPasswords.masked(raw, passwords), passwords);
        MimePart root = MimeTree.read(letter, LIMITS, new Repairs());
        Optional<byte[]> clean = KeyPlaces.replaced(letter, root, LIMITS, part -> {
            byte[] decoded = part.decodedBody();
            boolean enclosed = part.mediaType().equals("message/rfc822") && depth < DEEPEST;
            boolean text = part.isText();
            byte[] masked = enclosed
                    ? masked(decoded, passwords, depth + 1)
                    : text ? WrittenPasswords.masked(decoded, passwords) : decoded;
            return Arrays.equals(masked, decoded) ? part.rawBody() : encoded(masked, part);
        });
        return clean.orElseGet(() -> KeyPlaces.headerOnly(root, List.of()));
    }

    /** A subject in encoded words (RFC 2047) is written anew, for the password may be cut across them. */
    private static byte[] maskedSubject(byte[] letter, Set<String> passwords) {
        String subject = new MailReader(LIMITS).read(letter).subject();
        byte[] plain = subject.getBytes(StandardCharsets.UTF_8);
        byte[] clean = WrittenPasswords.masked(plain, passwords);
        int at = Arrays.equals(plain, clean) ? -1 : subjectField(letter);
        if (at < 0) {
            return letter;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(letter.length);
        out.write(letter, 0, at);
        out.writeBytes(("Subject: =?UTF-8?B?" + Base64.getEncoder().encodeToString(clean) + "?=\n")
                .getBytes(StandardCharsets.US_ASCII));
        int end = Octets.nextLine(letter, at);
        while (end < letter.length && (letter[end] == ' ' || letter[end] == '\t')) {
            end = Octets.nextLine(letter, end);
        }
        out.write(letter, end, letter.length - end);
        return out.toByteArray();
    }

    private static int subjectField(byte[] letter) {
        int at = 0;
        while (at < letter.length && letter[at] != '\n' && letter[at] != '\r') {
            int colon = Math.min(letter.length, at + 8);
            if (Octets.latin(letter, at, colon).equalsIgnoreCase("subject:")) {
                return at;
            }
            at = Octets.nextLine(letter, at);
        }
        return -1;
    }

    /** Whether an attachment is, or holds, a private key. */
    public static boolean in(MailAttachment attachment) {
        byte[] bytes = attachment.bytes();
        return KeyContent.isKey(attachment.fileName(), bytes)
                || KeyArchives.hold(attachment.fileName(), bytes)
                || attachment.mediaType().equals("message/rfc822")
                        && redact(bytes).changed();
    }

    private static Redaction redact(byte[] raw, int depth) {
        PrivateKeys scan = new PrivateKeys(depth);
        byte[] letter = Transport.unwrap(raw, new Repairs());
        MimePart root = MimeTree.read(letter, LIMITS, new Repairs());
        byte[] parts = KeyPlaces.replaced(letter, root, LIMITS, scan::clean)
                .orElseGet(() -> KeyPlaces.headerOnly(root, scan.refused));
        // what no part showed, such as a key behind the last boundary or in too deep a part
        Redaction rest = KeyText.redact(parts);
        scan.refused.addAll(rest.refused());
        return new Redaction(scan.refused.isEmpty() ? raw : rest.raw(), scan.refused);
    }

    /** The part's raw body without keys: the same object when it has none. */
    private byte[] clean(MimePart part) {
        byte[] decoded = part.decodedBody();
        String name = part.fileName(decoder);
        if (part.mediaType().equals("message/rfc822") && depth < DEEPEST) {
            Redaction enclosed = redact(decoded, depth + 1);
            refused.addAll(enclosed.refused());
            return enclosed.changed() ? encoded(enclosed.raw(), part) : part.rawBody();
        }
        if (KeyContent.named(name)
                || KeyContent.isContainer(decoded, 0)
                || KeyArchives.hold(name, decoded)
                || inContainer(part, name, decoded)) {
            RefusedKey key = RefusedKey.of(name, decoded);
            refused.add(key);
            return encoded(key.note().getBytes(StandardCharsets.UTF_8), part);
        }
        Redaction text = KeyText.redact(decoded);
        if (text.changed()) {
            text.refused().forEach(key -> refused.add(new RefusedKey(name, key.size(), key.sha256())));
            return encoded(text.raw(), part);
        }
        return part.rawBody();
    }

    private static boolean inContainer(MimePart part, String name, byte[] decoded) {
        if (Tnef.is(part.mediaType(), name)) {
            return Tnef.files(decoded, LIMITS.attachmentBytes(), new Repairs()).stream()
                    .anyMatch(PrivateKeys::in);
        }
        return part.isText()
                && UuBlocks.split(CleanText.unixLines(Octets.latin(decoded))).blocks().stream()
                        .anyMatch(block -> KeyContent.isKey(block.name(), block.bytes())
                                || KeyArchives.hold(block.name(), block.bytes()));
    }

    /** In the transfer encoding the part declares, so that the letter stays readable. */
    private static byte[] encoded(byte[] content, MimePart part) {
        String encoding = part.field("content-transfer-encoding").strip().toLowerCase(Locale.ROOT);
        if (encoding.startsWith("base64")) {
            return Base64.getMimeEncoder().encode(content);
        }
        return encoding.startsWith("quoted") ? QuotedPrintable.encode(content) : content;
    }
}
