package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where in a letter the bodies stand that must not stay there. The reader of parts tells what a body is, not where; so each
 * is looked for, and what came of it is read again. What is not certain is not kept: nothing but the header is left then.
 */
final class KeyPlaces {

    /** So many bytes stand a second time in a letter only when it brings the same thing twice. */
    private static final int TELLING = 64;

    private KeyPlaces() {}

    /**
     * The letter with each body that {@code cleaning} changes rewritten at its place; the very bytes given when none is.
     * Nothing when a place is not certain, or the same bytes stand in another one that is no part's body.
     *
     * @param cleaning a part's new raw body, or the same object
     */
    static Optional<byte[]> replaced(byte[] letter, MimePart root, MailLimits limits, Cleaning cleaning) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<MimePart> leaves = leaves(root);
        List<Integer> changed = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < leaves.size(); i++) {
            byte[] body = leaves.get(i).rawBody();
            byte[] clean = cleaning.apply(leaves.get(i));
            if (clean == body || body.length == 0) {
                continue;
            }
            int at = bodyStart(letter, body, done);
            if (at < 0) {
                return Optional.empty();
            }
            out.write(letter, done, at - done);
            out.writeBytes(clean);
            done = at + body.length;
            changed.add(i);
        }
        if (changed.isEmpty()) {
            return Optional.of(letter);
        }
        out.write(letter, done, letter.length - done);
        byte[] result = out.toByteArray();
        return isGone(leaves, changed, result, limits) ? Optional.of(result) : Optional.empty();
    }

    /** A body follows an empty line, or is all there is. */
    private static int bodyStart(byte[] letter, byte[] body, int from) {
        int at = Octets.indexOf(letter, body, from);
        while (at > 0 && !(letter[at - 1] == '\n' && (emptyLine(letter, at - 2)))) {
            at = Octets.indexOf(letter, body, at + 1);
        }
        return at;
    }

    private static boolean emptyLine(byte[] letter, int end) {
        int at = end >= 0 && letter[end] == '\r' ? end - 1 : end;
        return at < 0 || letter[at] == '\n';
    }

    private static boolean isGone(List<MimePart> before, List<Integer> changed, byte[] result, MailLimits limits) {
        List<MimePart> after = leaves(MimeTree.read(result, limits, new Repairs()));
        return after.size() == before.size()
                && changed.stream().map(before::get).map(MimePart::rawBody).noneMatch(body -> stands(body, result))
                && changed.stream()
                        .noneMatch(i -> Arrays.equals(
                                before.get(i).rawBody(), after.get(i).rawBody()));
    }

    private static boolean stands(byte[] body, byte[] result) {
        return body.length >= TELLING && Octets.indexOf(result, body, 0) >= 0;
    }

    /** The letter's header with notes in the place of everything else. */
    static byte[] headerOnly(MimePart root, List<RefusedKey> refused) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        root.fields().stream()
                .filter(field ->
                        !field.name().startsWith("content-") && !field.name().equals("mime-version"))
                .forEach(field -> out.writeBytes(Octets.ofLatin(field.name() + ": " + field.value() + "\r\n")));
        String notes = refused.stream().map(key -> "\r\n" + key.note()).collect(Collectors.joining());
        out.writeBytes(("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        + "[letter body removed: a private key or password could not be taken out alone]" + notes
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static List<MimePart> leaves(MimePart part) {
        List<MimePart> leaves = new ArrayList<>();
        collect(part, leaves);
        return leaves;
    }

    private static void collect(MimePart part, List<MimePart> leaves) {
        if (part.isMultipart()) {
            part.children().forEach(child -> collect(child, leaves));
        } else {
            leaves.add(part);
        }
    }

    /** A part's raw body as it may stay. */
    interface Cleaning {
        byte[] apply(MimePart part);
    }
}
