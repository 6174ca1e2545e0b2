package kz.kezek.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.kezek.applicant.Language;

/** A letter in or out, or an internal note. The body is plain text in blocks: nothing of a letter's own markup reaches the page. */
public record MessageView(
        String anchor,
        Kind kind,
        Author author,
        String time,
        Optional<Delivery> delivery,
        Language language,
        List<Block> body,
        List<FileView> files)
        implements Entry {

    /** The same shown in the ticket that this letter's ticket was merged into. */
    MessageView of(String number) {
        return new MessageView(
                number + "-" + anchor,
                kind,
                new Author(author.avatar(), author.name(), author.address(), Optional.of(new TicketLink(number))),
                time,
                delivery,
                language,
                body,
                files);
    }

    /** The same with what went along with it. */
    MessageView with(List<FileView> along) {
        return new MessageView(anchor, kind, author, time, delivery, language, body, along);
    }

    /** Which way it went; a note goes nowhere. */
    public enum Kind {
        INCOMING(""),
        ANSWER("outgoing"),
        REQUEST("asking"),
        NOTE("note");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The style class. */
        public String word() {
            return word;
        }

        /** The key of its name. */
        public String key() {
            return "message." + SlaView.dashed(name());
        }
    }

    /** Who wrote it, from or to which address, and in which ticket when it is not the one shown. */
    public record Author(Avatar avatar, String name, Optional<String> address, Optional<TicketLink> ticket) {

        /** Somebody in the ticket that is shown. */
        public Author(Avatar avatar, String name, Optional<String> address) {
            this(avatar, name, address, Optional.empty());
        }
    }

    /** What became of a letter of ours. */
    public enum Delivery {
        QUEUED("hold"),
        DELIVERED("good"),
        RETRYING("soon"),
        FAILED("late");

        private final String tone;

        Delivery(String tone) {
            this.tone = tone;
        }

        /** The tag's tone. */
        public String tone() {
            return tone;
        }

        /** The key of its word. */
        public String key() {
            return "delivery." + SlaView.dashed(name());
        }
    }

    /** A piece of the text. */
    public sealed interface Block {

        /** Lines of text; breaks are kept. */
        record Paragraph(String text) implements Block {}

        /** The items of the form that were recognised, each with its number in the margin. */
        record Found(List<FoundItem> items) implements Block {}

        /** The quoted tail or a signature, folded away. */
        record Folded(String text) implements Block {}
    }

    /** One recognised item as it was written. */
    public record FoundItem(int number, String text, boolean missing) {

        /** The same item with another line of its text. */
        FoundItem goingOn(String line) {
            return new FoundItem(number, line.isBlank() ? text : (text + "\n" + line).strip(), missing);
        }
    }

    /** A file that came with a letter; without an address it is only named (a refused key). */
    public record FileView(String name, String size, boolean picture, Optional<String> href) {

        private static final Pattern TEXT = Pattern.compile("(?i).*\\.(txt|log|csv|json|xml)");

        /** How the page can show it by itself, when it is what it is called. */
        public Preview preview() {
            if (href.isEmpty()) {
                return Preview.NONE;
            }
            if (picture) {
                return Preview.PICTURE;
            }
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.endsWith(".pdf") || TEXT.matcher(lower).matches() ? Preview.FRAME : Preview.NONE;
        }
    }

    /** How a file is shown beside its letter. */
    public enum Preview {
        NONE,
        PICTURE,
        FRAME
    }
}
