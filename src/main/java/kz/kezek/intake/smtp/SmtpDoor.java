package kz.kezek.intake.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorGroup;
import kz.kezek.intake.DoorLog;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.IntakeQueue;
import kz.kezek.intake.OurAddresses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Listens for letters by SMTP (RFC 5321). A letter is acknowledged with 250 only after the custody ledger has committed
 * it; while the database is away the answer is 451, so that the sender keeps it. Each client has a virtual thread, and a
 * time for everything it does: when all places are taken, the least useful client makes room.
 */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
public class SmtpDoor implements Door, DoorGroup {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);
    private static final int BACKLOG = 1024;
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    /** Which part of the heap letters under way may fill. */
    private static final int HEAP_PART = 8;

    private final SmtpSettings settings;
    private final SmtpTaking house;
    private final DoorLog log;
    private final SmtpClients clients;
    private final Optional<SmtpTls> tls;
    private final Semaphore memory;
    private volatile @Nullable ServerSocket listening;

    SmtpDoor(SmtpSettings settings, CustodyLedger ledger, IntakeQueue queue, OurAddresses addresses, Clock clock) {
        this.settings = settings;
        this.log = new DoorLog(name(), clock);
        this.house = new SmtpTaking(ledger, queue, addresses, clock, log, settings);
        this.clients = new SmtpClients(settings);
        this.tls = Optional.of(settings.tls()).filter(SmtpSettings.Tls::offered).map(SmtpTls::new);
        long bytes = Math.max(2L * settings.maxSize(), Runtime.getRuntime().maxMemory() / HEAP_PART);
        this.memory = new Semaphore(SmtpData.permits(bytes));
    }

    /** The port it listens on; with port 0 configured, the free one it found. */
    public int port() {
        ServerSocket open = listening;
        return open == null ? settings.port() : open.getLocalPort();
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public List<SmtpDoor> doors() {
        return List.of(this);
    }

    @Override
    public DoorStatus status() {
        return log.status();
    }

    /** How many clients are connected. */
    public int clients() {
        return clients.count();
    }

    @Override
    public synchronized void start() {
        if (listening != null) {
            return;
        }
        try {
            if (tls.isPresent()) {
                tls.get().context();
            }
            var open = new ServerSocket();
            open.setReuseAddress(true);
            open.bind(new InetSocketAddress(InetAddress.ofLiteral(settings.address()), settings.port()), BACKLOG);
            listening = open;
            Thread.ofVirtual().name("smtp-accept").start(() -> accept(open));
            Thread.ofVirtual().name("smtp-sweep").start(() -> sweep(open));
            log.now(DoorStatus.State.OPEN, "");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the SMTP door cannot open %s:%d: %s"
                            .formatted(settings.address(), settings.port(), e.getMessage()),
                    e);
        }
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket socket = open.accept();
                Thread.ofVirtual().name("smtp-client").start(session(socket));
            } catch (IOException e) {
                if (!open.isClosed()) {
                    LOG.warn("a client could not be let in, making room: {}", e.toString());
                    clients.evictOne();
                    LockSupport.parkNanos(SWEEP.toNanos() / 100);
                }
            }
        }
    }

    private SmtpSession session(Socket socket) throws IOException {
        try {
            return new SmtpSession(socket, settings, clients, house, tls, memory);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void sweep(ServerSocket open) {
        while (!open.isClosed()) {
            LockSupport.parkNanos(SWEEP.toNanos());
            clients.cutOverdue(System.nanoTime());
        }
    }

    @Override
    public synchronized void stop() {
        ServerSocket open = listening;
        if (open == null) {
            return;
        }
        listening = null;
        try {
            open.close();
        } catch (IOException e) {
            LOG.warn("the SMTP port was not closed in order: {}", e.toString());
        }
        clients.cutAll(STOP_PATIENCE);
        log.now(DoorStatus.State.CLOSED, "");
    }
}
