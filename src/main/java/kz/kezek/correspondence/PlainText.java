package kz.kezek.correspondence;

import java.util.ArrayList;
import java.util.List;
import kz.kezek.correspondence.LetterPage.Bar;
import kz.kezek.correspondence.LetterPage.Block;
import kz.kezek.correspondence.LetterPage.Box;
import kz.kezek.correspondence.LetterPage.Brief;
import kz.kezek.correspondence.LetterPage.Button;
import kz.kezek.correspondence.LetterPage.Closing;
import kz.kezek.correspondence.LetterPage.Facts;
import kz.kezek.correspondence.LetterPage.Headline;
import kz.kezek.correspondence.LetterPage.Items;
import kz.kezek.correspondence.LetterPage.Line;
import kz.kezek.correspondence.LetterPage.Note;
import kz.kezek.correspondence.LetterPage.Paragraph;
import kz.kezek.correspondence.LetterPage.Run;
import kz.kezek.correspondence.LetterPage.Words;

/** Writes a letter as plain text: paragraphs parted by empty lines, each line as long as it is; see {@link FlowedText}. */
final class PlainText {

    private static final String BETWEEN_VERSIONS = "* * *";

    private PlainText() {}

    static String write(List<LetterPage> pages) {
        List<String> paragraphs = new ArrayList<>();
        for (LetterPage page : pages) {
            if (!paragraphs.isEmpty()) {
                paragraphs.add(BETWEEN_VERSIONS);
            }
            write(page, paragraphs);
        }
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static void write(LetterPage page, List<String> paragraphs) {
        paragraphs.add(page.greeting());
        page.blocks().forEach(block -> write(block, paragraphs));
        Closing closing = page.closing();
        if (!closing.warning().isEmpty()) {
            paragraphs.add(closing.warning());
        }
        paragraphs.add(String.join("\n", closing.regards()) + "\n" + words(closing.hours()));
        if (!closing.automatic().isEmpty()) {
            paragraphs.add(closing.automatic());
        }
        page.brief().ifPresent(brief -> paragraphs.add(brief(brief)));
    }

    private static void write(Block block, List<String> paragraphs) {
        switch (block) {
            case Paragraph paragraph -> paragraphs.add(lines(paragraph.lines()));
            case Items items -> items(items, paragraphs);
            case Headline headline -> paragraphs.add((headline.text() + " " + headline.moment()).strip());
            case Note note -> paragraphs.add(paragraphs.removeLast() + "\n" + note.text());
            case Box box -> box.blocks().forEach(inner -> write(inner, paragraphs));
            case Words words -> words.blocks().forEach(inner -> write(inner, paragraphs));
            case Facts facts -> paragraphs.add(facts(facts));
            case Button button -> paragraphs.add(button(button));
            case Bar bar -> {}
        }
    }

    /** A list stays with the line that announces it. */
    private static void items(Items items, List<String> paragraphs) {
        List<String> lines = new ArrayList<>();
        items.items().forEach(item -> lines.add(item.mark() + " " + line(item.line())));
        String list = String.join("\n", lines);
        boolean announced = !paragraphs.isEmpty() && paragraphs.getLast().endsWith(":");
        paragraphs.add(announced ? paragraphs.removeLast() + "\n" + list : list);
    }

    private static String facts(Facts facts) {
        List<String> lines = new ArrayList<>();
        facts.facts().forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
        return String.join("\n", lines);
    }

    private static String button(Button button) {
        String link = button.link().label() + ":\n" + button.link().url();
        return button.remark().isEmpty() ? link : link + "\n" + button.remark();
    }

    private static String brief(Brief brief) {
        String link = brief.link()
                .map(there -> "\n" + there.label() + ": " + there.url())
                .orElse("");
        return brief.text() + link;
    }

    private static String lines(List<Line> lines) {
        return String.join("\n", lines.stream().map(PlainText::line).toList());
    }

    /** The words alone: nobody needs to read {@code tel:1401} after 1401. */
    private static String words(Line line) {
        return String.join("", line.runs().stream().map(Run::text).toList());
    }

    private static String line(Line line) {
        StringBuilder text = new StringBuilder();
        for (Run run : line.runs()) {
            text.append(run.text());
            run.url()
                    .filter(url -> !url.equals(run.text()))
                    .ifPresent(url -> text.append(" (").append(url).append(')'));
        }
        return text.toString();
    }
}
