package kz.kezek.intake.mailbox;

import java.io.IOException;

/** Opens folders of one account. */
interface MailboxServer {

    /** Connects, signs in and opens the folder; every step within the configured timeout. */
    MailboxSession open(String folder) throws IOException;

    /** Why it could not be opened: which certificate, which name is often said by the last cause alone. */
    static IOException failure(Exception e) {
        Throwable bottom = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            bottom = cause;
        }
        String words = String.valueOf(e.getMessage());
        String reason = String.valueOf(bottom.getMessage());
        return new IOException(words.contains(reason) ? words : words + ": " + reason, e);
    }
}
