package kz.kezek.submission;

/**
 * The nine facts the prescribed letter asks for. The regulation counts two in item 1 (R6), one in item 2 (R7 asks for a browser of a
 * version: one fact with two parts), one in item 3 (R8), three in item 4 (R9), two in item 5 (R10).
 */
public enum FactKind {
    /** Which electronic signature is used. */
    EDS(FormItem.EDS),
    /** Until when the signature is valid. */
    EDS_VALIDITY(FormItem.EDS),
    /** The browser with its version. */
    BROWSER(FormItem.BROWSER),
    /** Java's version, NCALayer's, or that Java is not used (A19). */
    JAVA(FormItem.JAVA),
    /** The text of the error. */
    ERROR_TEXT(FormItem.DETAILS),
    /** The actions that lead to it. */
    ACTIONS(FormItem.DETAILS),
    /** Additional information, such as a screenshot: optional (A20). */
    ADDITIONAL(FormItem.DETAILS),
    /** The sender's full name. */
    FULL_NAME(FormItem.SENDER),
    /** The ИИН or БИН. */
    APPLICANT_ID(FormItem.SENDER);

    private final FormItem item;

    FactKind(FormItem item) {
        this.item = item;
    }

    /** The item that asks for it. */
    public FormItem item() {
        return item;
    }

    /** Whether the regulation needs it: all but the third bullet of item 4 (A20). */
    public boolean required() {
        return this != ADDITIONAL;
    }
}
