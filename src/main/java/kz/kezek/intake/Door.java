package kz.kezek.intake;

/**
 * A way in for letters that stands open while the program runs. Whatever the door, a letter offered is answered for only
 * after {@link CustodyLedger#take} has committed it (S1, S3), and while the database is away the letter stays with whoever
 * has it (S2).
 */
public interface Door {

    /** Its name for people and for the health page: {@code smtp}, {@code imap office/INBOX}, … */
    String name();

    /**
     * Opens it; a second call does nothing.
     *
     * @throws IllegalStateException when it can never be opened as configured, as when its port is taken
     */
    void start();

    /** Closes it after the letter in hand; a second call does nothing. */
    void stop();

    /** How it is just now. */
    DoorStatus status();
}
