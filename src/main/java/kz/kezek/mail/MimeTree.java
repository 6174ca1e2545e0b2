package kz.kezek.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/** Cuts a letter into its parts (RFC 2046) on Mime4j's token stream, with raw header bytes and within {@link MailLimits}. */
final class MimeTree {

    private static final MimeConfig NO_LIMITS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setCountLineNumbers(false)
            .setMalformedHeaderStartsBody(false)
            .build();

    private final MailLimits limits;
    private final Repairs repairs;
    private final Deque<MimePart> open = new ArrayDeque<>();
    private final MimePart letter = new MimePart("text/plain");
    private int parts;
    private int headerBytes;

    private MimeTree(MailLimits limits, Repairs repairs) {
        this.limits = limits;
        this.repairs = repairs;
    }

    static MimePart read(byte[] raw, MailLimits limits, Repairs repairs) {
        MimeTree tree = new MimeTree(limits, repairs);
        if (!hasField(raw)) {
            repairs.add("no header");
            tree.letter.body(raw);
            return tree.letter;
        }
        try {
            tree.cut(raw);
        } catch (MimeException | IOException e) {
            repairs.add("structure broken off");
        }
        return tree.letter;
    }

    /** Whether any line before the first empty one is a field (RFC 5322 §2.2); a letter without is all text. */
    private static boolean hasField(byte[] raw) {
        int at = 0;
        while (at < raw.length && raw[at] != '\n' && raw[at] != '\r') {
            int colon = at;
            while (colon < raw.length && raw[colon] > ' ' && raw[colon] != ':') {
                colon++;
            }
            int end = colon;
            while (end < raw.length && (raw[end] == ' ' || raw[end] == '\t')) {
                end++; // RFC 5322 §4.5: obsolete fields may have blanks before the colon
            }
            if (colon > at && end < raw.length && raw[end] == ':') {
                return true;
            }
            at = Octets.nextLine(raw, at);
        }
        return raw.length == 0;
    }

    private void cut(byte[] raw) throws MimeException, IOException {
        MimeTokenStream stream = new MimeTokenStream(NO_LIMITS, new PartDescriptor());
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        EntityState state = stream.getState();
        while (state != EntityState.T_END_OF_STREAM && take(state, stream)) {
            state = stream.next();
        }
    }

    private boolean take(EntityState state, MimeTokenStream stream) throws IOException {
        switch (state) {
            case T_START_MESSAGE -> open.push(letter);
            case T_START_BODYPART -> {
                if (!startPart()) {
                    return false;
                }
            }
            case T_FIELD -> field(stream.getField());
            case T_BODY -> open.element().body(stream.getInputStream().readAllBytes());
            case T_PREAMBLE -> open.element().preamble(stream.getInputStream().readAllBytes());
            case T_EPILOGUE -> open.element().epilogue(stream.getInputStream().readAllBytes());
            case T_END_MULTIPART -> open.element().asTextIfUncut();
            case T_END_BODYPART, T_END_MESSAGE -> open.pop();
            default -> {
                return true; // borders of headers and multiparts
            }
        }
        return true;
    }

    private boolean startPart() {
        if (open.size() > limits.depth() || ++parts > limits.parts()) {
            repairs.add("parts beyond the limit left out");
            return false;
        }
        MimePart parent = open.element();
        MimePart part = new MimePart(parent.mediaType().equals("multipart/digest") ? "message/rfc822" : "text/plain");
        parent.add(part);
        open.push(part);
        headerBytes = 0;
        return true;
    }

    private void field(Field field) {
        MimePart part = open.element();
        ByteSequence raw = field.getRaw();
        headerBytes += raw == null ? 0 : raw.length();
        if (part.fields().size() >= limits.headerFields() || headerBytes > limits.headerBytes()) {
            repairs.add("header fields beyond the limit left out");
            return;
        }
        part.add(new MimePart.Field(field.getName().trim().toLowerCase(Locale.ROOT), value(field)));
    }

    /** The unfolded field body as a "latin" string: line ends go, the blanks behind them stay (RFC 5322 §2.2.3). */
    static String value(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return field.getBody();
        }
        byte[] bytes = raw.toByteArray();
        int start = 0;
        while (start < bytes.length && bytes[start] != ':') {
            start++;
        }
        StringBuilder value = new StringBuilder(bytes.length);
        for (int i = start + 1; i < bytes.length; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                value.append((char) (bytes[i] & 0xFF));
            }
        }
        return value.toString().trim();
    }
}
