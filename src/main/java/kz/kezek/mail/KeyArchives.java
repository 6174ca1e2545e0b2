package kz.kezek.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks for private keys in archives: the listing of ZIP, 7z and RAR by names, the content of ZIP and 7z entries as far as
 * small limits go, so that no packed bomb unfolds here. Encrypted archives show their names only.
 */
final class KeyArchives {

    private static final int MOST_ENTRIES = 2000;
    private static final int MOST_BYTES_OF_ENTRY = 1 << 20;
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_MEMORY_KB = 64 << 10;
    private static final int DEEPEST = 2;
    private static final List<String> ENDINGS = List.of(".p12", ".pfx", ".jks");
    private static final List<String> KEY_WORDS = List.of(
            "эцп",
            "эцқ",
            "ключ",
            "ключи",
            "кілт",
            "кілттер",
            "key",
            "keys",
            "eds",
            "auth",
            "rsa",
            "rsa256",
            "gost",
            "gost512",
            "gostknca",
            "p12",
            "pfx",
            "jks",
            "kalkan");

    private int bytesLeft = MOST_BYTES;
    private boolean unlisted;

    private KeyArchives() {}

    /**
     * Whether this file is an archive with a private key in it. Of one whose very listing is encrypted nobody can tell: it
     * counts as one when its own name says key or ЭЦП, and not when only the letter speaks of them, as every letter here does.
     */
    static boolean hold(String fileName, byte[] bytes) {
        KeyArchives archives = new KeyArchives();
        return archives.holds(bytes, 0) || archives.unlisted && namedForAKey(fileName);
    }

    private static boolean namedForAKey(String fileName) {
        for (String word : fileName.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (KEY_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(byte[] bytes, int depth) {
        try {
            if (Octets.startsWith(bytes, 0, "PK\u0003\u0004") || Octets.startsWith(bytes, 0, "PK\u0005\u0006")) {
                return zip(bytes, depth);
            }
            if (Octets.startsWith(bytes, 0, "7z")
                    && bytes.length > 5
                    && bytes[2] == (byte) 0xBC
                    && bytes[3] == (byte) 0xAF) {
                return sevenZip(bytes, depth);
            }
            return RarListing.is(bytes) && rar(bytes);
        } catch (PasswordRequiredException e) {
            unlisted = true;
            return false;
        } catch (IOException | RuntimeException e) {
            return namesIn(bytes); // broken: the names may still stand there in clear
        }
    }

    private boolean rar(byte[] bytes) {
        RarListing listing = RarListing.of(bytes);
        unlisted = unlisted || !listing.readable();
        return listing.names().stream().anyMatch(KeyContent::named);
    }

    private boolean zip(byte[] bytes, int depth) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            int count = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (KeyContent.named(entry.getName())) {
                    return true;
                }
                if (count++ < MOST_ENTRIES && zip.canReadEntryData(entry)) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        if (entryHolds(entry.getName(), content, depth)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean sevenZip(byte[] bytes, int depth) throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setMaxMemoryLimitKb(MOST_MEMORY_KB)
                .get()) {
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (entry.getName() != null && KeyContent.named(entry.getName())) {
                    return true;
                }
            }
            return contentHolds(archive, depth);
        }
    }

    private boolean contentHolds(SevenZFile archive, int depth) throws IOException {
        try {
            int count = 0;
            SevenZArchiveEntry entry = archive.getNextEntry();
            while (entry != null && count++ < MOST_ENTRIES && bytesLeft > 0) {
                String name = entry.getName() == null ? "" : entry.getName();
                if (entry.getSize() <= MOST_BYTES_OF_ENTRY && entryHolds(name, archive.getInputStream(entry), depth)) {
                    return true;
                }
                entry = archive.getNextEntry();
            }
        } catch (PasswordRequiredException e) {
            return false; // the names were read and name no key
        }
        return false;
    }

    private boolean entryHolds(String name, InputStream content, int depth) throws IOException {
        byte[] bytes = content.readNBytes(Math.max(0, Math.min(MOST_BYTES_OF_ENTRY, bytesLeft)));
        bytesLeft -= bytes.length;
        return KeyContent.isKey(name, bytes) || depth < DEEPEST && holds(bytes, depth + 1);
    }

    /** File names stand in clear in the headers of ZIP, even of a damaged one. */
    private static boolean namesIn(byte[] bytes) {
        String lower = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            int at = lower.indexOf(ending);
            while (at > 0) {
                boolean name = lower.charAt(at - 1) > ' ' && lower.charAt(at - 1) != '.';
                boolean whole = at + 4 >= lower.length()
                        || !Character.isLetterOrDigit(lower.charAt(at + 4))
                        || lower.charAt(at + 4) > 0x7F;
                if (name && whole) {
                    return true;
                }
                at = lower.indexOf(ending, at + 1);
            }
        }
        return false;
    }
}
