package kz.kezek.correspondence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.kezek.correspondence.LetterPage.Block;
import kz.kezek.correspondence.LetterPage.Item;
import kz.kezek.correspondence.LetterPage.Items;
import kz.kezek.correspondence.LetterPage.Line;
import kz.kezek.correspondence.LetterPage.Paragraph;
import kz.kezek.correspondence.LetterPage.Run;

/**
 * Plain text with light formatting read into blocks: an empty line parts paragraphs, {@code -}, {@code •}, {@code 1.} and
 * {@code 1)} begin list items, an indented line goes on with its item. Everything else is text.
 */
final class LightFormat {

    private static final Pattern ITEM = Pattern.compile("\\s{0,3}(?:([-*•✔⚠✘])|(\\d{1,3}[.)]))\\s+(\\S.*)");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]]{1,200})]\\((https?://[^\\s()<>]{1,2000})\\)|https?://[^\\s<>\"«»]{1,2000}");
    private static final String NUMBER_SIGN = "№ ";
    private static final String AFTER_LINK = ".,;:!?)]'…";

    private final boolean links;
    private final String strong;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> paragraph = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private LightFormat(boolean links, String strong) {
        this.links = links;
        this.strong = strong;
    }

    /** Reads text without links: an address stays a word. The word given is strong wherever it stands, with the sign № before it. */
    static List<Block> read(String text, String strong) {
        return new LightFormat(false, strong).blocks(text);
    }

    /** Reads text of ours, in which web addresses are links. */
    static List<Block> readWithLinks(String text) {
        return new LightFormat(true, "").blocks(text);
    }

    private List<Block> blocks(String text) {
        text.lines().forEach(this::take);
        end();
        return List.copyOf(blocks);
    }

    private void take(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            end();
        } else if (item.matches()) {
            endParagraph();
            String mark = item.group(1) == null ? item.group(2) : mark(item.group(1));
            items.add(new Item(mark, line(item.group(3))));
        } else if (!items.isEmpty() && line.startsWith("  ")) {
            goOnWithItem(line);
        } else {
            endItems();
            paragraph.add(line(line));
        }
    }

    private static String mark(String written) {
        return written.equals("-") || written.equals("*") ? "•" : written;
    }

    private void goOnWithItem(String line) {
        Item last = items.removeLast();
        List<Run> runs = new ArrayList<>(last.line().runs());
        runs.add(Run.of(" "));
        runs.addAll(line(line).runs());
        items.add(new Item(last.mark(), new Line(runs)));
    }

    private void end() {
        endParagraph();
        endItems();
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            blocks.add(new Paragraph(List.copyOf(paragraph)));
            paragraph.clear();
        }
    }

    private void endItems() {
        if (!items.isEmpty()) {
            blocks.add(new Items(List.copyOf(items)));
            items.clear();
        }
    }

    private Line line(String text) {
        String stripped = text.strip();
        return new Line(links ? linked(stripped) : emphasized(stripped));
    }

    private List<Run> emphasized(String text) {
        List<Run> runs = new ArrayList<>();
        int done = 0;
        int at = strong.isEmpty() ? -1 : text.indexOf(strong);
        while (at >= 0) {
            int from = text.startsWith(NUMBER_SIGN, at - NUMBER_SIGN.length()) ? at - NUMBER_SIGN.length() : at;
            addText(runs, text.substring(done, from));
            done = at + strong.length();
            runs.add(Run.strong(text.substring(from, done)));
            at = text.indexOf(strong, done);
        }
        addText(runs, text.substring(done));
        return List.copyOf(runs);
    }

    private static List<Run> linked(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int done = 0;
        while (link.find(done)) {
            boolean labelled = link.group(1) != null;
            String url = labelled ? link.group(2) : withoutPunctuation(link.group());
            int end = labelled ? link.end() : link.start() + url.length();
            addText(runs, text.substring(done, link.start()));
            runs.add(
                    sound(url)
                            ? Run.link(labelled ? link.group(1) : url, url)
                            : Run.of(text.substring(link.start(), end)));
            done = end;
        }
        addText(runs, text.substring(done));
        return List.copyOf(runs);
    }

    private static void addText(List<Run> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(Run.of(text));
        }
    }

    private static String withoutPunctuation(String url) {
        int end = url.length();
        while (end > 0 && AFTER_LINK.indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }

    /** Whether a web address has a host and nothing before it that could pass for one. */
    private static boolean sound(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException unsound) {
            return false;
        }
    }
}
