package kz.kezek.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.kezek.mail.MailReader;
import kz.kezek.workspace.LetterSink;
import kz.kezek.workspace.SunkLetter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mail server at the other end: accepts every letter the program sends and keeps it in memory to be read at
 * {@code /demo/sink}. Listens on {@code kezek.demo.sink-port}, loopback only; without that setting it does not exist.
 */
@Component
@ConditionalOnProperty("kezek.demo.sink-port")
public class MailSink implements LetterSink, SmartLifecycle {

    /** The oldest are forgotten beyond this. */
    private static final int KEPT = 2000;

    private final List<SunkLetter> letters = new CopyOnWriteArrayList<>();
    private final MailReader reader = new MailReader();
    private final Clock clock;
    private final SMTPServer server;
    private int count;
    private volatile boolean running;

    MailSink(Environment settings, Clock clock) {
        this.clock = clock;
        this.server = SMTPServer.port(settings.getRequiredProperty("kezek.demo.sink-port", Integer.class))
                .bindAddress(InetAddress.getLoopbackAddress())
                .softwareName("Kezek demo sink")
                .simpleMessageListener(new Listener())
                .build();
    }

    @Override
    public List<SunkLetter> letters() {
        return List.copyOf(letters).reversed();
    }

    @Override
    public Optional<SunkLetter> letter(int id) {
        return letters.stream().filter(letter -> letter.id() == id).findFirst();
    }

    @Override
    public void start() {
        server.start();
        running = true;
    }

    @Override
    public void stop() {
        server.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It must stand before the outbox looks for it. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 100;
    }

    private synchronized void keep(String recipient, byte[] raw) {
        count++;
        letters.add(new SunkLetter(count, clock.instant(), recipient, reader.read(raw)));
        if (letters.size() > KEPT) {
            letters.removeFirst();
        }
    }

    private final class Listener implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return true;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            keep(recipient, data.readAllBytes());
        }
    }
}
