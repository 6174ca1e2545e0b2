package kz.kezek.correspondence;

/**
 * Text as {@code text/plain; format=flowed} (RFC 3676): lines are broken at 72 characters with a space left at the break, which a
 * mail program that knows the format joins again, so that the letter reads well in a narrow window and in an old terminal.
 */
final class FlowedText {

    private static final int WIDTH = 72;

    private FlowedText() {}

    static String of(String text) {
        StringBuilder flowed = new StringBuilder();
        text.lines().forEach(line -> flow(stuffed(line.stripTrailing()), flowed));
        return flowed.toString();
    }

    /** §4.4: what begins with a space, {@code >} or {@code From } would be taken for something else. */
    private static String stuffed(String line) {
        boolean mistakable = line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ");
        return mistakable ? " " + line : line;
    }

    private static void flow(String line, StringBuilder flowed) {
        String rest = line;
        int cut = breakAt(rest);
        while (cut > 0) {
            flowed.append(rest, 0, cut + 1).append("\r\n");
            rest = stuffed(rest.substring(cut + 1));
            cut = breakAt(rest);
        }
        flowed.append(rest).append("\r\n");
    }

    /** The space to break after: the last one within the width, or the first after it; none in a short line. */
    private static int breakAt(String line) {
        if (line.length() <= WIDTH) {
            return -1;
        }
        int within = line.lastIndexOf(' ', WIDTH - 1);
        return within > 1 ? within : line.indexOf(' ', WIDTH);
    }
}
