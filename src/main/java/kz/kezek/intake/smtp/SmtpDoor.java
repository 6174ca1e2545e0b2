package kz.kezek.intake.smtp;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorGroup;
import kz.kezek.intake.DoorLog;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.OurAddresses;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Listens for letters by SMTP (RFC 5321). A letter is acknowledged with 250 only after the custody ledger has committed
 * it; while the database is away the answer is 451, so that the sender keeps it.
 */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
public class SmtpDoor implements Door, DoorGroup {

    private static final int BACKLOG = 200;

    private final SmtpSettings settings;
    private final CustodyLedger ledger;
    private final OurAddresses addresses;
    private final Clock clock;
    private final DoorLog log;
    private SMTPServer server;

    SmtpDoor(SmtpSettings settings, CustodyLedger ledger, OurAddresses addresses, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.addresses = addresses;
        this.clock = clock;
        this.log = new DoorLog("smtp", clock);
        this.server = server();
    }

    private SMTPServer server() {
        return SMTPServer.port(settings.port())
                .bindAddress(InetAddress.ofLiteral(settings.address()))
                .backlog(BACKLOG)
                .hostName(settings.hostName())
                .softwareName("Kezek")
                .maxMessageSize(settings.maxSize())
                .maxConnections(settings.maxConnections())
                .connectionTimeout((int) settings.idleTimeout().toSeconds(), TimeUnit.SECONDS)
                .insertReceivedHeaders(true)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new SmtpLetter(context, ledger, addresses, clock, settings.maxSize()))
                .build();
    }

    /** The port it listens on; with port 0 configured, the free one it found. */
    public int port() {
        return server.getPortAllocated();
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

    @Override
    public void start() {
        server = server();
        server.start();
        log.now(DoorStatus.State.OPEN, "");
    }

    @Override
    public void stop() {
        server.stop();
        log.now(DoorStatus.State.CLOSED, "");
    }
}
