package kz.kezek.intake.mailbox;

import java.io.IOException;

/** Opens folders of one account. */
interface MailboxServer {

    /** Connects, signs in and opens the folder; every step within the configured timeout. */
    MailboxSession open(String folder) throws IOException;
}
