package kz.kezek.intake.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's conversation with the SMTP door (RFC 5321), on a thread of its own. */
final class SmtpSession implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpSession.class);
    /** The silent are told before they are cut. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int LONGEST_NAME = 255;

    private final SmtpSettings settings;
    private final SmtpClients clients;
    private final SmtpTaking house;
    private final Optional<SmtpTls> tls;
    private final Semaphore memory;
    private final Socket socket;
    private final SmtpWire wire;
    private InetAddress peer;
    private String helo = "";
    private boolean extended;
    private @Nullable SmtpPath sender;
    private final List<String> recipients = new ArrayList<>();
    private int errors;
    private int idleCommands;
    private volatile long deadline;
    private volatile long letterSince;
    private volatile @Nullable SmtpData letter;
    private volatile boolean taking;

    SmtpSession(
            Socket socket,
            SmtpSettings settings,
            SmtpClients clients,
            SmtpTaking house,
            Optional<SmtpTls> tls,
            Semaphore memory)
            throws IOException {
        this.socket = socket;
        this.peer = socket.getInetAddress();
        this.settings = settings;
        this.clients = clients;
        this.house = house;
        this.tls = tls;
        this.memory = memory;
        this.wire = new SmtpWire(socket);
        expectWithin(settings.idleTimeout());
    }

    @Override
    public void run() {
        try (socket) {
            socket.setSoTimeout((int) settings.idleTimeout().toMillis());
            socket.setTcpNoDelay(true);
            serve();
            wire.flush();
        } catch (IOException gone) {
            LOG.debug("a client left: {}", gone.toString());
        } finally {
            clients.leave(this);
        }
    }

    private void serve() throws IOException {
        try {
            introduce();
            if (clients.admit(this, peer)) {
                converse();
            } else {
                wire.reply("421 4.7.0 Too many connections from your address");
            }
        } catch (SocketTimeoutException silent) {
            wire.reply("421 4.4.2 Nothing came for too long");
        }
    }

    /** A balancer says for whom it speaks before anything else. */
    private void introduce() throws IOException {
        if (settings.proxyFrom().contains(peer.getHostAddress())) {
            peer = ProxyHeader.read(wire).orElse(peer);
        }
    }

    private void converse() throws IOException {
        wire.reply("220 " + settings.hostName() + " ESMTP Kezek");
        boolean goesOn = true;
        while (goesOn) {
            expectWithin(settings.idleTimeout());
            goesOn = switch (wire.line()) {
                case SmtpWire.Line.Text(var text) -> obey(text);
                case SmtpWire.Line.Malformed() -> wrong("500 5.5.2 A line is text and ends in CRLF");
                case SmtpWire.Line.TooLong() -> last("500 5.5.6 The line is too long");
            };
        }
    }

    /** Tells whether the conversation goes on. */
    private boolean obey(String line) throws IOException {
        int blank = line.indexOf(' ');
        String verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
        String argument = blank < 0 ? "" : line.substring(blank + 1);
        return switch (verb) {
            case "EHLO" -> greet(argument, true);
            case "HELO" -> greet(argument, false);
            case "MAIL" -> mail(argument);
            case "RCPT" -> rcpt(argument);
            case "DATA" -> data(argument);
            case "STARTTLS" -> startTls(argument);
            case "RSET" -> reset();
            case "NOOP" -> idle("250 2.0.0 Ok");
            case "VRFY" -> idle("252 2.5.0 Send a letter and see");
            case "HELP" -> idle("214 2.0.0 See RFC 5321");
            case "QUIT" -> last("221 2.0.0 Goodbye");
            case "GET", "POST", "HEAD", "CONNECT", "OPTIONS" -> last("500 5.5.2 This is a mail server");
            case "EXPN", "AUTH", "BDAT", "ETRN", "TURN" -> wrong("502 5.5.1 Not offered here");
            default -> wrong("500 5.5.2 No such command");
        };
    }

    private boolean greet(String name, boolean extension) {
        if (name.isBlank()) {
            return wrong("501 5.5.4 Your name, please");
        }
        forgetLetter();
        helo = name.strip().replaceAll("[^A-Za-z0-9.:_\\[\\]-]", "?");
        helo = helo.substring(0, Math.min(helo.length(), LONGEST_NAME));
        extended = extension;
        if (!extension) {
            return idle("250 " + settings.hostName());
        }
        wire.reply("250-" + settings.hostName());
        wire.reply("250-PIPELINING");
        wire.reply("250-SIZE " + settings.maxSize());
        wire.reply("250-8BITMIME");
        wire.reply("250-SMTPUTF8");
        if (tls.isPresent() && !wire.isSecure()) {
            wire.reply("250-STARTTLS");
        }
        return idle("250 ENHANCEDSTATUSCODES");
    }

    private boolean mail(String argument) {
        if (helo.isEmpty() || sender != null) {
            return wrong("503 5.5.1 Not now: " + (helo.isEmpty() ? "say EHLO first" : "one letter at a time"));
        }
        if (settings.tls().required() && !wire.isSecure()) {
            return wrong("530 5.7.0 Say STARTTLS first");
        }
        Optional<SmtpPath> path = SmtpPath.read("FROM", argument);
        if (path.isEmpty()) {
            return wrong("501 5.1.7 The sender should look like FROM:<name@domain>");
        }
        Optional<String> objection = SmtpParameters.objection(path.get(), settings.maxSize());
        if (objection.isPresent()) {
            if (objection.get().startsWith("552")) {
                house.refused(
                        offer(path.get(), List.of()), List.of(), SmtpParameters.size(path.get()), objection.get());
            }
            return wrong(objection.get());
        }
        sender = path.get();
        return say("250 2.1.0 Ok");
    }

    private boolean rcpt(String argument) {
        SmtpPath from = sender;
        if (from == null) {
            return wrong("503 5.5.1 Say MAIL first");
        }
        Optional<SmtpPath> path = SmtpPath.read("TO", argument);
        if (path.isEmpty() || path.get().address().isEmpty()) {
            return wrong("501 5.1.3 The recipient should look like TO:<name@domain>");
        }
        if (!path.get().parameters().isEmpty()) {
            return wrong("555 5.5.4 No parameters are known here");
        }
        String recipient = path.get().address();
        if (!house.isOurs(recipient)) {
            house.refused(offer(from, List.of(recipient)), List.of(recipient), 0, "550 5.1.1 unknown recipient");
            return wrong("550 5.1.1 There is no such mailbox here");
        }
        if (recipients.size() >= settings.maxRecipients()) {
            return wrong("452 4.5.3 Too many recipients");
        }
        if (!recipients.contains(recipient)) {
            recipients.add(recipient);
        }
        return say("250 2.1.5 Ok");
    }

    private boolean data(String argument) throws IOException {
        SmtpPath from = sender;
        if (from == null || recipients.isEmpty() || !argument.isBlank()) {
            return wrong("503 5.5.1 DATA comes after MAIL and RCPT and stands alone");
        }
        wire.reply("354 End with CRLF dot CRLF");
        wire.flush();
        var data = new SmtpData(wire, settings.maxSize(), memory);
        expectWithin(settings.letterTimeout());
        letterSince = System.nanoTime();
        letter = data;
        try {
            data.read();
            String reply = settled(offer(from, List.copyOf(recipients)), data);
            forgetLetter();
            return reply.startsWith("5") ? wrong(reply) : say(reply);
        } finally {
            taking = false;
            letter = null;
            data.release();
        }
    }

    private String settled(SmtpOffer offer, SmtpData data) {
        if (data.tooLarge()) {
            String reason = "552 5.3.4 The letter is larger than " + settings.maxSize() + " bytes";
            house.refused(offer, offer.recipients(), data.size(), reason);
            return reason;
        }
        if (data.starved()) {
            return "452 4.3.1 Too much is coming in at once, please try again later";
        }
        taking = true;
        String reply = house.take(offer, data);
        if (reply.startsWith("2")) {
            idleCommands = 0;
            clients.wasUseful(this);
        }
        return reply;
    }

    private boolean startTls(String argument) throws IOException {
        if (tls.isEmpty() || wire.isSecure() || !argument.isBlank()) {
            return wrong("503 5.5.1 Not now");
        }
        if (wire.hasUnread()) {
            return last("503 5.5.1 Nothing may follow STARTTLS before the handshake");
        }
        wire.reply("220 2.0.0 Go ahead");
        wire.flush();
        wire.secure(tls.get().over(socket));
        forgetLetter();
        helo = "";
        return true;
    }

    private boolean reset() {
        forgetLetter();
        return idle("250 2.0.0 Ok");
    }

    private void forgetLetter() {
        sender = null;
        recipients.clear();
    }

    private SmtpOffer offer(SmtpPath from, List<String> to) {
        String protocol = (from.parameters().contains("SMTPUTF8") ? "UTF8SMTP" : extended ? "ESMTP" : "SMTP")
                + (wire.isSecure() ? "S" : "");
        return new SmtpOffer("[" + peer.getHostAddress() + "]", helo, protocol, from.address(), to);
    }

    private boolean say(String reply) {
        wire.reply(reply);
        return true;
    }

    private boolean last(String reply) {
        wire.reply(reply);
        return false;
    }

    private boolean idle(String reply) {
        idleCommands++;
        return idleCommands > settings.maxIdleCommands()
                ? last("421 4.7.0 That leads nowhere, come back with a letter")
                : say(reply);
    }

    private boolean wrong(String reply) {
        errors++;
        return errors > settings.maxErrors() ? last("421 4.7.0 Too many errors") : say(reply);
    }

    private void expectWithin(Duration time) {
        deadline = System.nanoTime() + time.plus(GRACE).toNanos();
    }

    /** Whether the command or the letter in hand takes longer than it may. */
    boolean isOverdue(long now) {
        return !taking && (now - deadline > 0 || isTooSlow(now));
    }

    private boolean isTooSlow(long now) {
        SmtpData data = letter;
        double seconds = (now - letterSince) / 1e9;
        return data != null
                && seconds > settings.idleTimeout().toSeconds()
                && data.size() < settings.minRate() * seconds;
    }

    /** Whether its letter is being committed: then it is not to be cut. */
    boolean isTaking() {
        return taking;
    }

    /** Ends it at once; from any thread. The bare connection, since TLS would want to say goodbye first. */
    void cut() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            LOG.debug("closing a connection", alreadyClosed);
        }
    }
}
