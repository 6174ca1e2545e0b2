package kz.kezek.correspondence;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * One version of a letter, laid out but in no format yet: plain text and HTML are both written from it. Public only because the
 * generated HTML templates live in a package of their own.
 */
public record LetterPage(
        Language language, String title, String greeting, List<Block> blocks, Optional<Brief> brief, Closing closing) {

    public LetterPage {
        blocks = List.copyOf(blocks);
    }

    /** The same letter in two lines of the other state language, with a link. */
    public record Brief(Language language, String text, Optional<Link> link) {}

    /**
     * What ends every letter.
     *
     * @param warning the request never to send private keys; empty where the letter is about nothing else
     * @param automatic says that no person wrote this; empty where a person did
     */
    public record Closing(String warning, List<String> regards, Line hours, String automatic, Signboard signboard) {}

    /** The service and the desk, as they stand over the letter. */
    public record Signboard(String service, String desk) {}

    public record Link(String label, String url) {}

    /** A piece of text: a link when it has a target; strong and unbroken when it is the number of the ticket. */
    public record Run(String text, Optional<String> url, boolean strong) {
        static Run of(String text) {
            return new Run(text, Optional.empty(), false);
        }

        static Run link(String text, String url) {
            return new Run(text, Optional.of(url), false);
        }

        static Run strong(String text) {
            return new Run(text, Optional.empty(), true);
        }
    }

    /** A line of runs, as it was broken by its writer. */
    public record Line(List<Run> runs) {}

    /** A list item with its mark as written: a bullet or a number. */
    public record Item(String mark, Line line) {}

    /** A block of the letter, top to bottom. */
    public sealed interface Block {}

    public record Paragraph(List<Line> lines) implements Block {}

    public record Items(List<Item> items) implements Block {}

    /** The one line that must not be overlooked: «Срок ответа — не позднее:» and the moment, or a sentence without a moment. */
    public record Headline(String text, String moment) implements Block {}

    /** How much of the time limit passes today. */
    public record Bar(int percent) implements Block {}

    /** A remark in small print. */
    public record Note(String text) implements Block {}

    /** What we need from the applicant, set off from the rest. */
    public record Box(List<Block> blocks) implements Block {}

    /** A specialist's own words, set off from the form of the letter. */
    public record Words(List<Block> blocks) implements Block {}

    public record Facts(List<Fact> facts) implements Block {}

    public record Fact(String label, String value) {}

    public record Button(Link link, String remark) implements Block {}
}
