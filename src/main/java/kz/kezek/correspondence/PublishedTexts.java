package kz.kezek.correspondence;

import java.util.List;
import java.util.function.Supplier;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.regulation.Regulation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The texts in force: those of the program, over them what people published. The table is asked at every letter, so that
 * a publication is in force on all nodes with its commit.
 */
@Component
class PublishedTexts implements Supplier<LetterTemplates> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedTexts.class);

    private record Held(long newest, LetterTemplates texts) {}

    private final TextVersions versions;
    private final TextCheck check;
    private final LetterTemplates shipped = LetterTemplates.shipped();
    private volatile Held held = new Held(0, shipped);

    PublishedTexts(JdbcClient jdbc, Desk desk, Regulation regulation, CalendarInForce calendars) {
        this.versions = new TextVersions(jdbc);
        this.check = TextCheck.of(desk, new LetterSamples(regulation, calendars.current()));
    }

    @Override
    public LetterTemplates get() {
        long newest = versions.newest();
        Held known = held;
        if (known.newest() != newest) {
            known = new Held(newest, read());
            held = known;
        }
        return known.texts();
    }

    /** What is wrong with a text beside the others in force. */
    List<TextFault> faults(LetterTextId id, String text) {
        return check.faults(id, text, get());
    }

    /** What was published for another version of the program may not fit this one: its own text stands in. */
    private LetterTemplates read() {
        LetterTemplates texts = shipped;
        for (TextVersion version : versions.inForce()) {
            if (version.text().isEmpty()) {
                continue;
            }
            String text = version.text().get();
            List<TextFault> faults = check.faults(version.id(), text, texts);
            if (faults.isEmpty()) {
                texts = texts.with(version.id(), text);
            } else {
                LOG.warn("version {} of letter text {} is not used: {}", version.number(), version.id(), faults);
            }
        }
        return texts;
    }
}
