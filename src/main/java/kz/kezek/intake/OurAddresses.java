package kz.kezek.intake;

import java.util.Locale;
import kz.kezek.regulation.Regulation;
import org.springframework.stereotype.Component;

/** Which mailboxes are the service's own: the address of the regulation, also with a {@code +token} (RFC 5233). */
@Component
public class OurAddresses {

    private final String local;
    private final String domain;

    OurAddresses(Regulation regulation) {
        String address = regulation.service().address().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        this.local = address.substring(0, at);
        this.domain = address.substring(at + 1);
    }

    /** Whether a letter to this address is for us; every mail server has a postmaster (RFC 5321 §4.5.1). */
    public boolean isOurs(String recipient) {
        String address = recipient.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return address.equals("postmaster");
        }
        String mailbox = address.substring(0, at);
        return address.substring(at + 1).equals(domain)
                && (mailbox.equals(local) || mailbox.startsWith(local + "+") || mailbox.equals("postmaster"));
    }
}
