package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.workspace.MessageView.Block;
import kz.kezek.workspace.MessageView.FoundItem;

/**
 * The text of a letter in blocks: what was written in paragraphs, the five numbered items of the form as a list, the
 * quotation and the signature folded away. Nothing is left out, only ИИН are masked.
 */
final class LetterBody {

    private static final Pattern ITEM = Pattern.compile("\\s{0,8}([1-5])\\s?[).]\\s*(\\S.*)?");
    private static final int FEWEST_ITEMS = 3;

    private LetterBody() {}

    static List<Block> of(ReceivedMessage message, List<Integer> missing, boolean whole) {
        String reply = message.replyText().isBlank() ? message.text() : message.replyText();
        String shown = whole ? reply : Masking.of(reply);
        List<Block> blocks = new ArrayList<>(withItems(shown, missing));
        rest(message)
                .map(rest -> whole ? rest : Masking.of(rest))
                .ifPresent(rest -> blocks.add(new Block.Folded(rest)));
        return blocks;
    }

    /** Plain text as paragraphs, parted by empty lines. */
    static List<Block> paragraphs(String text) {
        return Stream.of(text.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .<Block>map(Block.Paragraph::new)
                .toList();
    }

    private static Optional<String> rest(ReceivedMessage message) {
        if (message.replyText().isBlank()) {
            return Optional.empty();
        }
        String reply = message.replyText().strip();
        String text = message.text().strip();
        String rest = text.startsWith(reply) ? text.substring(reply.length()) : text.equals(reply) ? "" : text;
        return Optional.of(rest.strip()).filter(folded -> !folded.isEmpty());
    }

    private static List<Block> withItems(String text, List<Integer> missing) {
        List<String> lines = text.lines().toList();
        int first = -1;
        List<FoundItem> items = new ArrayList<>();
        int at = 0;
        for (; at < lines.size(); at++) {
            Matcher item = ITEM.matcher(lines.get(at));
            int last = items.isEmpty() ? 0 : items.getLast().number();
            if (item.matches() && Integer.parseInt(item.group(1)) > last) {
                first = first < 0 ? at : first;
                items.add(item(item, missing));
            } else if (last == 5 && lines.get(at).isBlank()) {
                break;
            } else if (last > 0) {
                items.add(items.removeLast().goingOn(lines.get(at)));
            }
        }
        if (items.size() < FEWEST_ITEMS) {
            return paragraphs(text);
        }
        List<Block> blocks = new ArrayList<>(paragraphs(String.join("\n", lines.subList(0, first))));
        blocks.add(new Block.Found(items));
        blocks.addAll(paragraphs(String.join("\n", lines.subList(at, lines.size()))));
        return blocks;
    }

    private static FoundItem item(Matcher item, List<Integer> missing) {
        int number = Integer.parseInt(item.group(1));
        String text = Optional.ofNullable(item.group(2)).orElse("");
        return new FoundItem(number, text, missing.contains(number));
    }
}
