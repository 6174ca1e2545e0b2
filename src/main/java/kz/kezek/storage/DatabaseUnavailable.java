package kz.kezek.storage;

/**
 * The database cannot be used, and only a person can change that. The message is one sentence that says what is wrong
 * and what to do; it is shown as it is, without a stack trace.
 */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String sentence) {
        super(sentence);
    }

    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
