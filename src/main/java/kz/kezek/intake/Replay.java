package kz.kezek.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailKind;
import kz.kezek.mail.MailReader;
import kz.kezek.regulation.Regulation;
import kz.kezek.storage.BlobStore;
import kz.kezek.storage.BlobsAway;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads kept letters again with today's reader (R34): says what would change, or gives the quarantined ones back to the
 * worker of the running program, or of the next one to start, as if they had just come; their receipt stays (A2).
 */
public final class Replay {

    /** The fate of a letter of a person, which the state of its ticket decides further. */
    private static final String LETTER = "LETTER";

    private static final int PAGE = 100;

    private final Replays replays;
    private final LedgerRows rows;
    private final BlobStore blobs;
    private final Journal journal;
    private final OurAddresses addresses;
    private final TransactionTemplate transaction;
    private final MailReader reader = new MailReader();

    private Replay(JdbcClient jdbc, Regulation regulation, TransactionTemplate transaction) {
        this.addresses = new OurAddresses(regulation);
        this.replays = new Replays(jdbc);
        this.rows = new LedgerRows(jdbc);
        this.blobs = BlobStore.over(jdbc);
        this.journal = new Journal(jdbc);
        this.transaction = transaction;
    }

    /** Over a migrated database, beside the running program or without it. */
    public static Replay over(DataSource database, Regulation regulation) {
        return new Replay(
                JdbcClient.create(database), regulation, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    /**
     * One letter read again.
     *
     * @param was its fate in the ledger
     * @param would what today's reader makes of it: {@code LETTER}, {@code BOUNCE}, {@code AUTOMATIC}, {@code QUARANTINE}
     * @param changes what else is read differently: {@code fate}, {@code sender}, {@code subject}, {@code message-id},
     *     {@code content}
     */
    public record Replayed(CustodyId id, Instant receivedAt, String was, String would, List<String> changes) {

        /** Whether anything is read differently. */
        public boolean changed() {
            return !changes.isEmpty();
        }
    }

    /** Reads the letters received since then: those that wait in quarantine, or all of them. Changes nothing. */
    public void foresee(Instant since, boolean all, Consumer<Replayed> found) {
        long after = 0;
        List<Replays.Kept> page;
        do {
            page = replays.since(since, all, after, PAGE);
            page.stream().map(this::again).forEach(found);
            after = page.isEmpty() ? after : page.getLast().id().value();
        } while (page.size() == PAGE);
    }

    /** Gives the letters that wait in quarantine back to the worker; how many those were. */
    public int giveBack(Instant since, Actor actor, Instant now) {
        List<CustodyId> ids = new ArrayList<>();
        foresee(since, false, letter -> ids.add(letter.id()));
        for (CustodyId id : ids) {
            transaction.executeWithoutResult(status -> {
                rows.unsettle(id, now);
                journal.record(LedgerReading.act(id, "letter.replayed"), actor, now);
            });
        }
        return ids.size();
    }

    private Replayed again(Replays.Kept kept) {
        Optional<Reading> reading = read(kept);
        String would = reading.map(Reading::fate).orElse("QUARANTINE");
        List<String> changes = new ArrayList<>();
        boolean human = List.of("TICKET", "REPLY", "DUPLICATE").contains(kept.fate());
        if (!would.equals(human ? LETTER : kept.fate())) {
            changes.add("fate");
        }
        reading.filter(read -> kept.digest().length > 0).ifPresent(read -> {
            note(changes, "sender", kept.sender(), read.sender());
            note(changes, "subject", kept.subject(), read.mail().subject());
            note(changes, "message-id", kept.messageId(), read.mail().messageId());
            if (!Arrays.equals(kept.digest(), read.digest())) {
                changes.add("content");
            }
        });
        return new Replayed(kept.id(), kept.envelope().receivedAt(), kept.fate(), would, List.copyOf(changes));
    }

    private static void note(List<String> changes, String what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(what);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by content, here
    private record Reading(InboundMail mail, String fate, String sender, byte[] digest) {}

    private Optional<Reading> read(Replays.Kept kept) {
        try {
            InboundMail mail = reader.read(blobs.get(kept.content()).orElseThrow());
            Optional<Sender> sender = Sender.of(mail, kept.envelope());
            String address = sender.map(Sender::address).orElse("");
            return Optional.of(
                    new Reading(mail, fate(mail, address, kept.envelope()), address, ContentDigest.of(address, mail)));
        } catch (BlobsAway away) {
            // Not the letter's fault: nothing can be said of it.
            throw away;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private String fate(InboundMail mail, String sender, Envelope envelope) {
        if (mail.bounce().isPresent() && mail.kind() == MailKind.BOUNCE) {
            return "BOUNCE";
        }
        if (replays.isOurs(mail.messageId())) {
            return "AUTOMATIC";
        }
        if (sender.isEmpty() && !envelope.isCall() || addresses.isOurs(sender)) {
            return "QUARANTINE";
        }
        boolean form =
                SubmissionReader.read(SubmissionText.of(mail)).missingItems().size() <= 2;
        return mail.automatic() && !form ? "AUTOMATIC" : LETTER;
    }
}
