package kz.kezek.correspondence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox for those who look into it: each letter with its bytes and each time it was handed over. Gauge {@code
 * kezek_outbox_waiting} counts the letters that no relay has accepted yet.
 */
@Component
public class OutboxReading implements MeterBinder {

    private final Letters letters;
    private final HandOvers handOvers;
    private final Journal journal;

    OutboxReading(JdbcClient jdbc, Journal journal) {
        this.letters = new Letters(jdbc);
        this.handOvers = new HandOvers(jdbc);
        this.journal = journal;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("kezek.outbox.waiting", letters, Letters::countQueued)
                .description("Letters of ours that no relay has accepted yet")
                .register(registry);
    }

    /** A letter and its place in the order of writing. */
    public record Row(long seq, OutboxLetter letter) {}

    /**
     * Letters, newest first.
     *
     * @param before only those written before this place; 0 for the first page
     */
    @Transactional(readOnly = true)
    public List<Row> page(Optional<OutboxLetter.State> state, long before, int limit) {
        return letters.page(state, before, limit);
    }

    /** One letter. */
    @Transactional(readOnly = true)
    public Optional<OutboxLetter> letter(UUID id) {
        return letters.find(id);
    }

    /** Each time it was handed over, in order. */
    @Transactional(readOnly = true)
    public List<HandOver> handOvers(UUID id) {
        return handOvers.of(id);
    }

    /** The bytes as handed over, for somebody whose look at them is journalled (R36). */
    @Transactional
    public Optional<byte[]> raw(UUID id, Actor actor, Instant at) {
        Optional<byte[]> bytes = letters.mime(id);
        if (bytes.isPresent()) {
            journal.record(Act.of("letter:" + id, "letter.downloaded", id.toString()), actor, at);
        }
        return bytes;
    }

    /** When the oldest letter that should have left by now was written; empty when none is late. */
    @Transactional(readOnly = true)
    public Optional<Instant> oldestWaiting() {
        return letters.oldestQueued();
    }
}
