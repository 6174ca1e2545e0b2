package kz.kezek.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import kz.kezek.ProgramProcess;
import kz.kezek.faults.Balance.Arrived;

/** The mail server at the other end, which takes what is sent to applicants, except while it is away. */
final class OutsideWorld implements AutoCloseable {

    private final int port = ProgramProcess.freePort();
    private final List<Arrived> before = new ArrayList<>();
    private GreenMail server = newServer();

    OutsideWorld() {
        server.start();
    }

    private GreenMail newServer() {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    int port() {
        return port;
    }

    /** Nobody listens any more; what arrived so far has arrived. */
    void goAway() {
        server.stop();
        before.addAll(inThis());
        server = newServer();
    }

    void comeBack() {
        server.start();
    }

    List<Arrived> arrived() {
        List<Arrived> arrived = new ArrayList<>(before);
        arrived.addAll(inThis());
        return arrived;
    }

    private List<Arrived> inThis() {
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
