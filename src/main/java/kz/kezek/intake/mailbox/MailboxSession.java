package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One folder, open: the few things a door does with it. Used by one thread, but for {@link #wake}. */
interface MailboxSession extends AutoCloseable {

    /** 0 where the protocol has none. */
    long uidValidity();

    /** Every letter in the folder now. */
    Contents list() throws IOException;

    /**
     * The letter with its bytes, unchanged and without marking it; nothing when it is no longer there.
     *
     * @throws MailboxRefusal when the server refuses this letter
     */
    Optional<Fetched> fetch(String uid, int maxSize) throws IOException;

    /**
     * Those of these letters that the server gives whole in one go, by UID. Any may be missing, whatever the reason, and is to
     * be fetched by itself.
     *
     * @throws MailboxRefusal when the server refuses one of them
     */
    default Map<String, Fetched> fetchTogether(List<String> uids, int maxSize) throws IOException {
        return Map.of();
    }

    /**
     * Flags, moves or deletes these letters as configured; doing it again does no harm.
     *
     * @return whether it is done for sure; otherwise the next look shows it
     * @throws MailboxRefusal when the server refuses
     */
    boolean putAway(List<String> uids) throws IOException;

    /** Whether it shows news while it stays open. */
    boolean showsNews();

    /** Returns on news, after this long, or when woken. */
    void await(Duration atMost) throws IOException, InterruptedException;

    /** Ends {@link #await}; from any thread. */
    void wake();

    @Override
    void close();

    /**
     * @param found how many letters the server counts, by another answer than the list of UIDs where it has one
     */
    record Contents(List<String> uids, int found) {}

    /**
     * @param receivedAt when the server received it, if the protocol tells (IMAP INTERNALDATE)
     * @param size of the letter; larger than {@code raw} when it is over the limit
     * @param raw the letter; empty when it is over the limit
     */
    record Fetched(Optional<Instant> receivedAt, long size, byte[] raw) {}
}
