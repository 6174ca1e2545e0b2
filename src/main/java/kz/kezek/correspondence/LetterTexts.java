package kz.kezek.correspondence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of letters for those who keep them: looked at with made-up data, tried out, changed in versions, and never
 * published when a letter could not be written with them. Publications and trials are journalled.
 */
@Component
@Transactional
public class LetterTexts {

    private static final Duration TRIAL_WINDOW = Duration.ofHours(1);
    private static final int MOST_TRIALS = 30;

    private final TextVersions versions;
    private final PublishedTexts published;
    private final Outbox outbox;
    private final Letters letters;
    private final Journal journal;
    private final Desk desk;
    private final Regulation regulation;
    private final CalendarInForce calendars;

    LetterTexts(
            JdbcClient jdbc,
            PublishedTexts published,
            Outbox outbox,
            Journal journal,
            Desk desk,
            Regulation regulation,
            CalendarInForce calendars) {
        this.versions = new TextVersions(jdbc);
        this.published = published;
        this.outbox = outbox;
        this.letters = new Letters(jdbc);
        this.journal = journal;
        this.desk = desk;
        this.regulation = regulation;
        this.calendars = calendars;
    }

    /** Of each text that somebody changed the version in force. */
    @Transactional(readOnly = true)
    public List<TextVersion> changed() {
        return versions.inForce();
    }

    /** The versions of a text, newest first; none when nobody changed it. */
    @Transactional(readOnly = true)
    public List<TextVersion> versions(LetterTextId id) {
        return versions.of(id);
    }

    /** What is wrong with a text; nothing when it can be published. */
    @Transactional(readOnly = true)
    public List<TextFault> faults(LetterTextId id, String text) {
        return published.faults(id, unix(text));
    }

    /** The variables that this text may use, those of a list with the list's name before them. */
    public List<String> variables(LetterTextId id) {
        OfferedVariables offered = OfferedVariables.to(id, samples(), desk);
        return offered.names().stream()
                .map(name -> offered.within().containsKey(name)
                        ? name + ": "
                                + String.join(
                                        ", ",
                                        offered.within().get(name).stream()
                                                .sorted()
                                                .toList())
                        : name)
                .toList();
    }

    /** The letter of this occasion as a text without faults would have it. */
    @Transactional(readOnly = true)
    public ComposedLetter preview(LetterTextId id, String text, LetterSample sample) {
        LetterSamples samples = samples();
        return LetterGallery.composer(desk)
                .using(published.get().with(id, unix(text)))
                .compose(samples.letter(sample, id.language()), samples.envelope());
    }

    /**
     * Puts a text in force on every node.
     *
     * @param basedOn the number of the version that its author had before him; 0 for the text of the program
     */
    public TextOutcome publish(LetterTextId id, String text, int basedOn, SignedInAgent author, Instant at) {
        String written = unix(text);
        Optional<String> own =
                written.strip().equals(id.shipped().strip()) ? Optional.empty() : Optional.of(written.stripLeading());
        versions.hold();
        Optional<TextVersion> last = versions.of(id).stream().findFirst();
        int number = last.map(TextVersion::number).orElse(0);
        if (number != basedOn) {
            return new TextOutcome.Overtaken(last.orElseThrow());
        }
        if (last.flatMap(TextVersion::text).equals(own)) {
            return new TextOutcome.NothingNew();
        }
        List<TextFault> faults = published.faults(id, written);
        if (!faults.isEmpty()) {
            return new TextOutcome.Faulty(faults);
        }
        TextVersion version = new TextVersion(id, number + 1, own, author.id(), at);
        versions.insert(version);
        journal.record(
                Act.of(
                                "letter-texts",
                                own.isPresent() ? "letter-text.published" : "letter-text.reverted",
                                id.toString())
                        .with("version", Integer.toString(version.number())),
                author.actor(),
                at);
        return new TextOutcome.Published(version);
    }

    /**
     * Sends the letter of this occasion, as a text without faults would have it, to whoever tries it.
     *
     * @return false when somebody has sent too many within the hour
     */
    public boolean tryOut(
            LetterTextId id, String text, LetterSample sample, Recipient editor, SignedInAgent by, Instant at) {
        if (letters.trialsSince(by.id(), at.minus(TRIAL_WINDOW)) >= MOST_TRIALS) {
            return false;
        }
        LetterTemplates texts = published.get().with(id, unix(text));
        outbox.enqueueTrial(editor, samples().letter(sample, id.language()), texts, by.id(), at);
        journal.record(
                Act.of("letter-texts", "letter-text.tried", id.toString()).with("sample", sample.word()),
                by.actor(),
                at);
        return true;
    }

    private LetterSamples samples() {
        return new LetterSamples(regulation, calendars.current());
    }

    /** As editors on any system write it; its first lines stay, for faults are told by their lines. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing() + "\n";
    }
}
