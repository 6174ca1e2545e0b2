package kz.kezek.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** HTML as the text a reader sees: blocks and {@code <br>} end lines, table cells are parted by tabs, scripts and styles vanish. */
final class HtmlText {

    private static final Set<String> HIDDEN = Set.of(
            "head", "script", "style", "title", "noscript", "template", "object", "svg", "math", "select", "textarea");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "hr");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "dt",
            "dd",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "center",
            "form",
            "fieldset",
            "figure",
            "main",
            "nav",
            "aside",
            "body",
            "caption",
            "thead",
            "tbody",
            "details",
            "summary");
    private static final int DEEPEST = 200;

    private HtmlText() {}

    /** Parses untrusted HTML; elements nested too deep are flattened. */
    static Document parse(String html) {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        return Jsoup.parse(html, "", parser);
    }

    static String of(String html) {
        return HtmlNesting.tooDeep(html)
                ? HtmlNesting.stripped(html)
                : of(parse(html).body());
    }

    static String of(Element root) {
        Lines lines = new Lines(false);
        root.filter(lines);
        return lines.text();
    }

    /** The same with {@code >} in front of what stands in quotations, so that lines tell quoted from said. */
    static String quoting(Element root) {
        Lines lines = new Lines(true);
        root.filter(lines);
        return lines.text();
    }

    /** Writes lines while jsoup walks the tree without recursion. */
    private static final class Lines implements NodeFilter {
        private final StringBuilder text = new StringBuilder();
        private int pre;
        private boolean blank;
        private int breaks = 2;
        private final boolean quoting;
        private int quoted;

        Lines(boolean quoting) {
            this.quoting = quoting;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                write(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String name = element.normalName();
            if (HIDDEN.contains(name) || hidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(name);
            return FilterResult.CONTINUE;
        }

        private static boolean hidden(Element element) {
            String style = element.attr("style");
            return !style.isEmpty()
                    && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
        }

        private void open(String name) {
            if (PARAGRAPHS.contains(name)) {
                breakLines(2);
            } else if (LINES.contains(name)) {
                breakLines(1);
            } else if (name.equals("br")) {
                text.append('\n');
                breaks++;
                blank = false;
            }
            pre += name.equals("pre") ? 1 : 0;
            quoted += quoting && name.equals("blockquote") ? 1 : 0;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                pre -= name.equals("pre") ? 1 : 0;
                quoted -= quoting && name.equals("blockquote") ? 1 : 0;
                if (PARAGRAPHS.contains(name)) {
                    breakLines(2);
                } else if (LINES.contains(name)) {
                    breakLines(1);
                } else if (name.equals("td") || name.equals("th")) {
                    cell();
                }
            }
            return FilterResult.CONTINUE;
        }

        private void cell() {
            if (breaks == 0) {
                text.append('\t');
                blank = false;
            }
        }

        private void breakLines(int wanted) {
            blank = false;
            while (breaks < wanted) {
                text.append('\n');
                breaks++;
            }
        }

        private void write(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (pre > 0 && c == '\n') {
                    text.append(c);
                    breaks++;
                } else if (pre == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')) {
                    blank = true;
                } else {
                    letter(c);
                }
            }
        }

        private void letter(char c) {
            if (blank && breaks == 0) {
                text.append(' ');
            } else if (quoted > 0 && breaks > 0) {
                text.append("> ");
            }
            text.append(c == '\u00A0' ? ' ' : c);
            blank = false;
            breaks = 0;
        }

        String text() {
            StringBuilder trimmed = new StringBuilder(text.length());
            for (String line : text.toString().split("\n", -1)) {
                trimmed.append(line.stripTrailing()).append('\n');
            }
            return trimmed.toString().strip();
        }
    }
}
