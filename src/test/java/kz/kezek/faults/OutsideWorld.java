package kz.kezek.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import kz.kezek.faults.Balance.Arrived;

/** The mail server at the other end, which takes what is sent to applicants. */
final class OutsideWorld implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    OutsideWorld() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<Arrived> arrived() {
        List<Arrived> arrived = new ArrayList<>();
        for (MimeMessage letter : server.getReceivedMessages()) {
            try {
                arrived.add(new Arrived(letter.getAllRecipients()[0].toString(), letter.getMessageID()));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return arrived;
    }

    @Override
    public void close() {
        server.stop();
    }
}
