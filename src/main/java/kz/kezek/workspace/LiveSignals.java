package kz.kezek.workspace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.kezek.ticket.TicketChanged;
import kz.kezek.ticket.TicketId;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The signals between nodes, over PostgreSQL's LISTEN and NOTIFY. A change is told after its commit and gathered with others for
 * a moment: NOTIFY within the transaction would make all commits wait for each other, and the intake is made of commits. A signal
 * that is lost with its node is made good by the pages, which look for themselves once a minute.
 */
@Component
class LiveSignals implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSignals.class);
    private static final String CHANNEL = "kezek_live";
    private static final Duration GATHERING = Duration.ofMillis(200);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration STOPPING = Duration.ofSeconds(3);
    private static final int LISTEN_MILLIS = 500;
    /** After ten silent seconds the line is tried: one that is cut is as silent as one on which nothing happens. */
    private static final int SILENT_WAITS = 20;

    private static final int SECONDS_TO_ANSWER = 5;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Live live;
    private final Set<TicketId> changed = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingChanged = lock.newCondition();
    private volatile boolean running;
    private volatile Optional<Thread> listening = Optional.empty();

    LiveSignals(JdbcClient jdbc, DataSource database, Live live) {
        this.jdbc = jdbc;
        this.database = database;
        this.live = live;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(TicketChanged change) {
        changed(change.ticket());
    }

    /** Tells all nodes soon that something happened in a ticket. */
    void changed(TicketId ticket) {
        lock.lock();
        try {
            changed.add(ticket);
            somethingChanged.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Tells all nodes now. */
    void tell(LiveSignal signal) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(CHANNEL, signal.toString())
                .query()
                .singleRow();
    }

    @Override
    public void start() {
        running = true;
        listening = Optional.of(Thread.ofVirtual().name("live-listen").start(() -> untilStopped(this::listen)));
        Thread.ofVirtual().name("live-tell").start(() -> untilStopped(this::tellChanges));
    }

    @Override
    public void stop() {
        running = false;
        live.close();
        lock.lock();
        try {
            somethingChanged.signalAll();
        } finally {
            lock.unlock();
        }
        letGo();
    }

    /** The connection goes back before the pool is closed. */
    private void letGo() {
        try {
            if (listening.isPresent()) {
                listening.get().join(STOPPING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server begins to wait for requests under way: an open stream would keep it waiting. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** A node whose database is away tries again until it is back. */
    private void untilStopped(Work work) {
        while (running) {
            try {
                work.run();
            } catch (SQLException | RuntimeException e) {
                LOG.debug("live signals are interrupted", e);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            live.heardAgain();
            try {
                hear(connection, live::heard);
            } finally {
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten *");
                }
            }
        }
    }

    private void hear(Connection connection, Consumer<LiveSignal> heard) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int silent = 0;
        while (running) {
            PGNotification[] notifications = postgres.getNotifications(LISTEN_MILLIS);
            if (notifications == null || notifications.length == 0) {
                silent++;
            } else {
                silent = 0;
                for (PGNotification notification : notifications) {
                    LiveSignal.read(notification.getParameter()).ifPresent(heard);
                }
            }
            if (silent == SILENT_WAITS) {
                requireAnswer(connection);
                silent = 0;
            }
        }
    }

    private static void requireAnswer(Connection connection) throws SQLException {
        if (!connection.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("the line to the database is cut");
        }
    }

    private void tellChanges() throws InterruptedException {
        List<TicketId> tickets = gathered();
        for (int from = 0; from < tickets.size(); from += LiveSignal.MOST_TICKETS) {
            int to = Math.min(from + LiveSignal.MOST_TICKETS, tickets.size());
            tell(new LiveSignal.Changed(tickets.subList(from, to)));
        }
    }

    private List<TicketId> gathered() throws InterruptedException {
        lock.lock();
        try {
            while (running && changed.isEmpty()) {
                somethingChanged.await();
            }
        } finally {
            lock.unlock();
        }
        TimeUnit.MILLISECONDS.sleep(GATHERING.toMillis());
        lock.lock();
        try {
            List<TicketId> tickets = new ArrayList<>(changed);
            changed.clear();
            return running ? tickets : List.of();
        } finally {
            lock.unlock();
        }
    }

    private interface Work {
        void run() throws SQLException, InterruptedException;
    }
}
