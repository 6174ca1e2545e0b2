package kz.kezek.faults;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;

/** The service's mailbox on a mail server of its own, which the program empties by IMAP. */
final class OfficeMailbox implements AutoCloseable {

    /** The setting that names its port. */
    static final String PORT = "KEZEK_INTAKE_MAILBOXES_0_PORT";

    /** The server looks through all of its letters for each command: more would be its own fault, not ours. */
    private static final int FULL = 100;

    private static final Duration BEFORE_NEXT_LOOK = Duration.ofMillis(50);

    private static final String PASSWORD = "mailbox of the campaign";

    private final String address;
    private final GreenMail server;
    private final GreenMailUser office;

    /** On a free port of this address. */
    OfficeMailbox(String address) {
        this.address = address;
        server = new GreenMail(new ServerSetup(0, address, ServerSetup.PROTOCOL_IMAP));
        server.start();
        office = server.setUser("office@sud.kz", "office", PASSWORD);
    }

    /** Once there is room it lies in the mailbox, whatever becomes of the program. */
    void deliver(MimeMessage letter) {
        while (waiting() >= FULL) {
            Campaign.goOnFor(BEFORE_NEXT_LOOK);
        }
        office.deliver(letter);
    }

    private int waiting() {
        try {
            return server.getManagers().getImapHostManager().getInbox(office).getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the program is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "KEZEK_INTAKE_MAILBOXES_0_NAME",
                "office",
                "KEZEK_INTAKE_MAILBOXES_0_HOST",
                address,
                PORT,
                Integer.toString(server.getImap().getPort()),
                "KEZEK_INTAKE_MAILBOXES_0_TLS",
                "NONE",
                "KEZEK_INTAKE_MAILBOXES_0_USER",
                "office",
                "KEZEK_INTAKE_MAILBOXES_0_PASSWORD",
                PASSWORD,
                "KEZEK_INTAKE_MAILBOXES_0_AFTER",
                "DELETE",
                "KEZEK_INTAKE_MAILBOXES_0_POLL",
                "2s");
    }

    @Override
    public void close() {
        server.stop();
    }
}
