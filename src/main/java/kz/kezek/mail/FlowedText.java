package kz.kezek.mail;

/** Joins the lines that format=flowed broke (RFC 3676): a blank at the end says that the paragraph goes on, at the same depth of quotation. */
final class FlowedText {

    private FlowedText() {}

    static String join(String text, boolean deleteBlank) {
        StringBuilder joined = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String words = unstuffed(line, depth);
            boolean signature = words.equals("-- ");
            boolean goesOn = openDepth == depth && !signature;
            if (!goesOn) {
                lineStart(joined, depth);
            }
            boolean flowed = words.endsWith(" ") && !signature;
            joined.append(flowed && deleteBlank ? words.substring(0, words.length() - 1) : words);
            openDepth = flowed ? depth : -1;
        }
        return joined.substring(Math.min(1, joined.length()));
    }

    private static void lineStart(StringBuilder joined, int depth) {
        joined.append('\n').repeat(">", depth);
        if (depth > 0) {
            joined.append(' ');
        }
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String line, int depth) {
        return line.startsWith(" ", depth) ? line.substring(depth + 1) : line.substring(depth);
    }
}
