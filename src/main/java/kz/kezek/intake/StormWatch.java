package kz.kezek.intake;

import java.time.Instant;
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

    private final StormSettings settings;
    private final LedgerEntries entries;

    StormWatch(StormSettings settings, JdbcClient jdbc, JsonMapper json) {
        this.settings = settings;
        this.entries = new LedgerEntries(jdbc, json);
    }

    /** Whether nobody is answered just now. */
    public boolean isQuiet(Instant at) {
        return reached(EVERYBODY, settings.overall(), at);
    }

    /** Whether this sender is not answered just now. */
    boolean isQuietFor(String sender, Instant at) {
        return !sender.isEmpty() && reached(sender, settings.perSender(), at) || isQuiet(at);
    }

    private boolean reached(String sender, int limit, Instant at) {
        return entries.ticketsSince(sender, at.minus(settings.window()), limit) >= limit;
    }
}
