package kz.kezek.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;

/** A file that came with a form, in memory only. */
record PostedFile(String name, String mediaType, byte[] bytes) {

    static final int MOST = 10;
    static final long LARGEST_TOGETHER = 25L << 20;
    private static final int LONGEST_NAME = 120;

    /** The files of a field, those left empty by the browser passed over. */
    static List<PostedFile> of(Stream<MultipartFile> files) {
        return files.filter(file -> !file.isEmpty()).map(PostedFile::of).toList();
    }

    /** Whether these are too many or too much for one letter. */
    static boolean tooMuch(List<PostedFile> files) {
        long together = files.stream().mapToLong(file -> file.bytes().length).sum();
        return files.size() > MOST || together > LARGEST_TOGETHER;
    }

    private static PostedFile of(MultipartFile file) {
        try {
            return new PostedFile(name(file.getOriginalFilename()), type(file.getContentType()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(@org.jspecify.annotations.Nullable String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = name.replaceAll("[\\p{Cntrl}\"<>:|?*]", "_").strip();
        String kept = clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
        return kept.isEmpty() ? "file" : kept;
    }

    private static String type(@org.jspecify.annotations.Nullable String sent) {
        String type = sent == null ? "" : sent.toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+")
                        && !type.startsWith("multipart/")
                        && !type.startsWith("message/")
                ? type
                : "application/octet-stream";
    }
}
