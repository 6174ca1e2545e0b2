package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files that old clients put into the text by uuencode ({@code begin 644 name … end}), found line by line. */
final class UuBlocks {

    private static final int MOST = 200;

    private UuBlocks() {}

    /** One file found in a text. */
    record Block(String name, byte[] bytes) {}

    /** A text without its blocks, and the blocks. */
    record Split(String text, List<Block> blocks) {}

    /** Takes complete blocks out of a text; a text without any is returned as it is. */
    static Split split(String text) {
        int at = beginAt(text, 0);
        if (at < 0) {
            return new Split(text, List.of());
        }
        List<Block> blocks = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int done = 0;
        while (at >= 0 && blocks.size() < MOST) {
            int head = lineEnd(text, at);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int end = data(text, head + 1, bytes);
            if (end > 0) {
                rest.append(text, done, at);
                blocks.add(new Block(nameOf(text.substring(at, head)), bytes.toByteArray()));
                done = end;
            }
            at = beginAt(text, Math.max(end, head));
        }
        return new Split(
                rest.append(text, Math.min(done, text.length()), text.length()).toString(), blocks);
    }

    /** Decodes a part that is one block as a whole, with or without its "begin" line. */
    static byte[] decodeWhole(byte[] raw) {
        String text = CleanText.unixLines(new String(raw, StandardCharsets.ISO_8859_1));
        int begin = beginAt(text, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = data(text, begin < 0 ? 0 : lineEnd(text, begin) + 1, bytes);
        return end > 0 || bytes.size() > 0 ? bytes.toByteArray() : raw;
    }

    private static int beginAt(String text, int from) {
        int at = text.indexOf("begin ", from);
        while (at >= 0) {
            boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
            if (lineStart && mode(text, at + 6)) {
                return at;
            }
            at = text.indexOf("begin ", at + 6);
        }
        return -1;
    }

    private static boolean mode(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
            i++;
        }
        return i - at >= 3 && i - at <= 4 && i < text.length() && text.charAt(i) == ' ';
    }

    private static String nameOf(String beginLine) {
        int blank = beginLine.indexOf(' ', 6);
        return FileNames.clean(beginLine.substring(blank + 1).trim());
    }

    /** Decodes lines up to "end"; returns the index behind it, 0 when a line is no data, the length when the text ends. */
    private static int data(String text, int start, ByteArrayOutputStream out) {
        int at = start;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).stripTrailing();
            at = end + 1;
            if (line.equals("end")) {
                return at;
            }
            if (!line.isEmpty() && !line(line, out)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean line(String line, ByteArrayOutputStream out) {
        int count = line.charAt(0) - ' ' & 0x3F;
        if (line.charAt(0) < ' ' || line.charAt(0) > '`' || line.length() - 1 > (count + 2) / 3 * 4 + 3) {
            return false;
        }
        for (int i = 1; count > 0; i += 4) {
            int held = 0;
            for (int j = 0; j < 4; j++) {
                char c = i + j < line.length() ? line.charAt(i + j) : ' ';
                if (c < ' ' || c > '`') {
                    return false;
                }
                held = held << 6 | c - ' ' & 0x3F;
            }
            for (int j = 0; j < 3 && count > 0; j++, count--) {
                out.write(held >> 16 - 8 * j);
            }
        }
        return true;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
