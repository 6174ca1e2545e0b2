package kz.kezek.intake.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An mbox file (RFC 4155), read as a stream. A letter begins at a {@code From } line with a date that follows an empty line
 * or the start of the file; quoted {@code From } lines are unquoted by the flavor.
 */
public final class Mbox implements LetterArchive {

    /** How a line of a letter that begins with {@code From } was quoted. */
    public enum Flavor {
        /** {@code >} before any number of {@code >} and {@code From }: takes one away. */
        MBOXRD,
        /** {@code >} before {@code From } alone. */
        MBOXO
    }

    private static final Pattern FROM_LINE = Pattern.compile(
            "From (\\S*) +(?:\\w{3},? +)?(\\w{3}) +(\\d{1,2}) +(\\d\\d?:\\d\\d(?::\\d\\d)?) +.*?(\\d{4})\\b.*");

    private final InputStream in;
    private final long total;
    private final Flavor flavor;
    private final int maxSize;
    private long done;
    private @Nullable String fromLine;

    private Mbox(InputStream in, long total, Flavor flavor, int maxSize) {
        this.in = in;
        this.total = total;
        this.flavor = flavor;
        this.maxSize = maxSize;
    }

    /**
     * Opens a file.
     *
     * @param maxSize bytes beyond it are counted, not kept
     * @throws IOException when it cannot be read, or is not empty and no mbox
     */
    public static Mbox open(Path file, Flavor flavor, int maxSize) throws IOException {
        var mbox = new Mbox(new BufferedInputStream(Files.newInputStream(file)), Files.size(file), flavor, maxSize);
        byte[] first = mbox.line();
        while (first.length > 0 && isEmpty(first)) {
            first = mbox.line();
        }
        if (first.length > 0 && !mbox.begins(first)) {
            mbox.close();
            throw new IOException(file + " is no mbox: it does not begin with a From line");
        }
        return mbox;
    }

    @Override
    public Optional<ArchivedLetter> next() throws IOException {
        String envelope = fromLine;
        if (envelope == null) {
            return Optional.empty();
        }
        fromLine = null;
        var raw = new ByteArrayOutputStream();
        long size = 0;
        byte[] emptyLine = {};
        for (byte[] line = line(); line.length > 0; line = line()) {
            if ((emptyLine.length > 0 || size == 0) && begins(line)) {
                break;
            }
            size += keep(raw, emptyLine);
            emptyLine = isEmpty(line) ? line : new byte[0];
            size += isEmpty(line) ? 0 : keep(raw, unquoted(line));
        }
        return Optional.of(new ArchivedLetter(raw.toByteArray(), size, sender(envelope), date(envelope)));
    }

    private int keep(ByteArrayOutputStream raw, byte[] line) {
        raw.write(line, 0, Math.max(0, Math.min(line.length, maxSize + 1 - raw.size())));
        return line.length;
    }

    private boolean begins(byte[] line) {
        if (line.length < 5 || line[0] != 'F' || line[4] != ' ') {
            return false;
        }
        String text = new String(line, StandardCharsets.ISO_8859_1).strip();
        if (!FROM_LINE.matcher(text).matches()) {
            return false;
        }
        fromLine = text;
        return true;
    }

    /** With its line end; empty at the end of the file. */
    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream(120);
        for (int b = in.read(); b >= 0; b = in.read()) {
            done++;
            line.write(b);
            // A line without end, as in a damaged file, is handed on in pieces.
            if (b == '\n' || line.size() > maxSize) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean isEmpty(byte[] line) {
        return line.length == 1 && line[0] == '\n' || line.length == 2 && line[0] == '\r' && line[1] == '\n';
    }

    private byte[] unquoted(byte[] line) {
        int quotes = 0;
        while (quotes < line.length && line[quotes] == '>') {
            quotes++;
        }
        boolean quoted = quotes > 0
                && (flavor == Flavor.MBOXRD || quotes == 1)
                && new String(line, quotes, Math.min(5, line.length - quotes), StandardCharsets.ISO_8859_1)
                        .equals("From ");
        return quoted ? java.util.Arrays.copyOfRange(line, 1, line.length) : line;
    }

    private static String sender(String fromLine) {
        Matcher parts = FROM_LINE.matcher(fromLine);
        String sender = parts.matches() ? parts.group(1) : "";
        return sender.contains("@") ? sender : "";
    }

    /** In UTC, as RFC 4155 has it; a zone that some write is not believed. */
    private static Optional<Instant> date(String fromLine) {
        Matcher parts = FROM_LINE.matcher(fromLine);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String time = parts.group(4).length() > 5 ? parts.group(4) : parts.group(4) + ":00";
        String text = parts.group(2) + " " + parts.group(3) + " " + time + " " + parts.group(5);
        try {
            return Optional.of(
                    LocalDateTime.parse(text, DateTimeFormatter.ofPattern("MMM d H:mm:ss yyyy", Locale.ENGLISH))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
