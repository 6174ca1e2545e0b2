package kz.kezek.workspace;

import kz.kezek.drawing.Phrases;

/** How large a file is, in words. */
final class FileSizes {

    private static final long KILO = 1024;

    private FileSizes() {}

    static String of(long bytes, Phrases words) {
        if (bytes < KILO) {
            return words.text("file.bytes", bytes);
        }
        long kilobytes = (bytes + KILO / 2) / KILO;
        return kilobytes < KILO
                ? words.text("file.kilobytes", kilobytes)
                : words.text("file.megabytes", (bytes + KILO * KILO / 2) / (KILO * KILO));
    }
}
