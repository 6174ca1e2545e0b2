package kz.kezek.correspondence;

/**
 * What is wrong with a text of a letter, so that it cannot be published.
 *
 * @param line where, from 1
 * @param name the part, the variable or the size that it is about; may be empty
 */
public record TextFault(Kind kind, int line, String name) {

    /** The faults there are. */
    public enum Kind {
        TOO_LONG,
        /** Words before the first part. */
        OUTSIDE_PARTS,
        UNKNOWN_PART,
        MISSING_PART,
        /** Braces that open a variable and do not close it. */
        UNFINISHED_VARIABLE,
        /** A form of mustache that letters do not use. */
        NOT_ALLOWED,
        UNKNOWN_VARIABLE,
        /** A section that begins and does not end in its part. */
        SECTION_NOT_ENDED,
        SECTION_NOT_BEGUN,
        /** A variable without which the letter would not say what it is for. */
        VARIABLE_NEEDED,
        /** The short version stands in a letter of another language. */
        NOT_IN_BRIEF,
        BAR_IS_NO_NUMBER,
        TOO_HEAVY
    }
}
