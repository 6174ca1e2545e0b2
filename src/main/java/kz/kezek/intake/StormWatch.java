package kz.kezek.intake;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices when letters come faster than people write: a machine in a loop, or a flood. Then every letter still becomes its
 * ticket, but no notice goes out until it is over, so that no answer of ours can feed the storm (A28, R27).
 */
@Component
@EnableConfigurationProperties(StormSettings.class)
public class StormWatch {

    private static final String EVERYBODY = "";
    /** All tickets are counted anew after each hundredth of their limit: other nodes' are seen so late, and no later. */
    private static final int COUNTS_ON_THE_WAY = 100;

    private final StormSettings settings;
    private final LedgerEntries entries;
    private final AtomicInteger beforeNextCount = new AtomicInteger();

    StormWatch(StormSettings settings, JdbcClient jdbc, JsonMapper json) {
        this.settings = settings;
        this.entries = new LedgerEntries(jdbc, json);
    }

    /** Whether nobody is answered just now. */
    public boolean isQuiet(Instant at) {
        return reached(EVERYBODY, settings.overall(), at);
    }

    /** Whether this sender, who makes a ticket now, is not answered. */
    boolean isQuietFor(String sender, Instant at) {
        return !sender.isEmpty() && reached(sender, settings.perSender(), at) || isQuietForOneMore(at);
    }

    private boolean isQuietForOneMore(Instant at) {
        if (beforeNextCount.decrementAndGet() > 0) {
            return false;
        }
        boolean quiet = isQuiet(at);
        beforeNextCount.set(quiet ? 0 : settings.overall() / COUNTS_ON_THE_WAY);
        return quiet;
    }

    private boolean reached(String sender, int limit, Instant at) {
        return entries.ticketsSince(sender, at.minus(settings.window()), limit) >= limit;
    }
}
