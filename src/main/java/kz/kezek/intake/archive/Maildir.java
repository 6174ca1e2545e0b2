package kz.kezek.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Maildir: the letters in its folders {@code new} and {@code cur}, oldest name first. Nothing in it is changed. */
public final class Maildir implements LetterArchive {

    private static final Pattern DELIVERY_SECOND = Pattern.compile("(\\d{9,11})\\..*");

    private final List<Path> files;
    private final int maxSize;
    private int done;

    private Maildir(List<Path> files, int maxSize) {
        this.files = files;
        this.maxSize = maxSize;
    }

    /**
     * Opens a folder.
     *
     * @throws IOException when it cannot be read or is no Maildir
     */
    public static Maildir open(Path folder, int maxSize) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : new String[] {"new", "cur"}) {
            Path part = folder.resolve(name);
            if (!Files.isDirectory(part)) {
                throw new IOException(folder + " is no Maildir: it has no folder " + name);
            }
            try (Stream<Path> letters = Files.list(part)) {
                letters.filter(Files::isRegularFile)
                        .filter(file -> !name(file).startsWith("."))
                        .forEach(files::add);
            }
        }
        files.sort(Comparator.comparing(Maildir::name));
        return new Maildir(files, maxSize);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Optional<ArchivedLetter> next() throws IOException {
        if (done == files.size()) {
            return Optional.empty();
        }
        Path file = files.get(done++);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] raw = in.readNBytes(maxSize + 1);
            return Optional.of(new ArchivedLetter(raw, Math.max(raw.length, Files.size(file)), "", deliveredAt(file)));
        }
    }

    /** The name begins with the second of delivery, and survives a copy; the time of the file is what an IMAP server tells. */
    private static Optional<Instant> deliveredAt(Path file) throws IOException {
        Matcher second = DELIVERY_SECOND.matcher(name(file));
        return Optional.of(
                second.matches()
                        ? Instant.ofEpochSecond(Long.parseLong(second.group(1)))
                        : Files.getLastModifiedTime(file).toInstant());
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public long total() {
        return files.size();
    }

    @Override
    public void close() {
        // Each file is closed when it has been read.
    }
}
