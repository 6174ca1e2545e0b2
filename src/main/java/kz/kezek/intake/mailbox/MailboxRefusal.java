package kz.kezek.intake.mailbox;

import java.io.IOException;

/** The server understood and said no; the connection is as good as before. */
final class MailboxRefusal extends IOException {

    private static final long serialVersionUID = 1;

    MailboxRefusal(String answer) {
        super(answer);
    }
}
