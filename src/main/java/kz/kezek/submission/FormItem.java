package kz.kezek.submission;

/** The five items of the prescribed letter (R6–R10). */
public enum FormItem {
    /** The electronic signature in use and its validity. */
    EDS,
    /** The browser and its version. */
    BROWSER,
    /** The version of Java, or of NCALayer where Java is not used (A19). */
    JAVA,
    /** What is sent along: error text, actions, additional information. */
    DETAILS,
    /** The sender: full name, ИИН or БИН. */
    SENDER;

    /** Its number in the regulation, 1–5. */
    public int number() {
        return ordinal() + 1;
    }
}
