package kz.kezek.mail;

import java.util.Locale;
import java.util.Set;

/**
 * Looks at HTML before it is parsed: thousands of elements within each other take a parser seconds and show nothing. Such
 * HTML is read as the text between its tags.
 */
final class HtmlNesting {

    private static final int DEEPEST = 300;
    private static final int LONGEST_NAME = 12;

    /** Elements that end by themselves (HTML §13.1.2.4) and so do not nest. */
    private static final Set<String> SELF_ENDING = Set.of(
            "p", "br", "hr", "img", "li", "meta", "link", "input", "area", "base", "col", "wbr", "dt", "dd", "option",
            "source", "track", "embed", "param", "o:p", "html", "head", "body", "tbody", "thead", "tfoot", "tr", "td",
            "th");

    private HtmlNesting() {}

    static boolean tooDeep(String html) {
        int depth = 0;
        int at = html.indexOf('<');
        while (at >= 0 && at + 1 < html.length()) {
            boolean end = html.charAt(at + 1) == '/';
            String name = name(html, at + (end ? 2 : 1));
            if (!name.isEmpty() && !SELF_ENDING.contains(name)) {
                depth = Math.max(0, depth + (end ? -1 : 1));
            }
            if (depth > DEEPEST) {
                return true;
            }
            at = html.indexOf('<', at + 1);
        }
        return false;
    }

    private static String name(String html, int from) {
        int end = from;
        while (end < html.length()
                && end - from < LONGEST_NAME
                && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == ':')) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** The text between the tags, every tag a line end. */
    static String stripped(String html) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        while (done < html.length()) {
            int open = html.indexOf('<', done);
            text.append(html, done, open < 0 ? html.length() : open);
            if (open < 0) {
                break;
            }
            int close = html.indexOf('>', open);
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            done = close < 0 ? html.length() : close + 1;
        }
        return text.toString().strip();
    }
}
