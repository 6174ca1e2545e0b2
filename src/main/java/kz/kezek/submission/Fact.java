package kz.kezek.submission;

/**
 * One of the nine facts as read from a letter: its value in a tidy form, the piece of the letter it was read from, and how surely.
 *
 * @param value never blank
 * @param quotation the letter's own words
 */
public record Fact(FactKind kind, String value, String quotation, FactSource source, Confidence confidence) {

    /** A fact read from its place in the form, as written. */
    static Fact inItem(FactKind kind, String written) {
        return new Fact(kind, written, written, FactSource.ITEM, Confidence.CERTAIN);
    }

    /** A fact guessed from free text. */
    static Fact inBody(FactKind kind, String value, String quotation) {
        return new Fact(kind, value, quotation, FactSource.BODY, Confidence.DOUBTFUL);
    }

    Fact doubted() {
        return new Fact(kind, value, quotation, source, Confidence.DOUBTFUL);
    }
}
