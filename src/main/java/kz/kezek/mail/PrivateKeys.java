package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        return redact(raw, 0);
    }

    /** Whether an attachment is, or holds, a private key. */
    public static boolean in(MailAttachment attachment) {
        byte[] bytes = attachment.bytes();
        return KeyContent.isKey(attachment.fileName(), bytes)
                || KeyArchives.hold(bytes)
                || attachment.mediaType().equals("message/rfc822")
                        && redact(bytes).changed();
    }

    private static Redaction redact(byte[] raw, int depth) {
        PrivateKeys scan = new PrivateKeys(depth);
        byte[] letter = Transport.unwrap(raw, new Repairs());
        List<MimePart> leaves = new ArrayList<>();
        collect(MimeTree.read(letter, LIMITS, new Repairs()), leaves);
        byte[] parts = scan.replaced(letter, leaves);
        // what no part showed, such as a key behind the last boundary or in too deep a part
        Redaction rest = KeyText.redact(parts);
        scan.refused.addAll(rest.refused());
        return new Redaction(scan.refused.isEmpty() ? raw : rest.raw(), scan.refused);
    }

    private static void collect(MimePart part, List<MimePart> leaves) {
        if (part.isMultipart()) {
            part.children().forEach(child -> collect(child, leaves));
        } else {
            leaves.add(part);
        }
    }

    /** The letter with each part that brings keys rewritten at its place. */
    private byte[] replaced(byte[] letter, List<MimePart> leaves) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int done = 0;
        int searched = 0;
        for (MimePart leaf : leaves) {
            byte[] clean = clean(leaf);
            if (clean == leaf.rawBody()) {
                continue;
            }
            int at = Octets.indexOf(letter, leaf.rawBody(), searched);
            if (at >= 0) {
                out.write(letter, done, at - done);
                out.writeBytes(clean);
                done = at + leaf.rawBody().length;
                searched = done;
            }
        }
        out.write(letter, done, letter.length - done);
        return done == 0 ? letter : out.toByteArray();
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
                || KeyArchives.hold(decoded)
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
                        .anyMatch(block ->
                                KeyContent.isKey(block.name(), block.bytes()) || KeyArchives.hold(block.bytes()));
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
