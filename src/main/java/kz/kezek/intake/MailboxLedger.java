package kz.kezek.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.kezek.mail.PrivateKeys;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The custody ledger as a door that empties mailboxes needs it: which letter of which folder has which custody row, written
 * in one transaction with that row (S3). A letter that cannot be had just now is put off by itself and holds up no other.
 */
@Component
public class MailboxLedger {

    private final CustodyLedger custody;
    private final Mailboxes mailboxes;

    MailboxLedger(CustodyLedger custody, JdbcClient jdbc) {
        this.custody = custody;
        this.mailboxes = new Mailboxes(jdbc);
    }

    /** The number of this folder, given at its first use. */
    @Transactional
    public long mailbox(String door, String account, String folder) {
        return mailboxes.insertOrFind(door, account, folder);
    }

    /** Takes or prolongs the right to look into the folder; false while another holder has it. */
    @Transactional
    public boolean lease(long mailbox, String holder, Duration duration) {
        return mailboxes.lease(mailbox, holder, duration);
    }

    /** Gives the right back, so that another need not wait. */
    @Transactional
    public void release(long mailbox, String holder) {
        mailboxes.release(mailbox, holder);
    }

    /** The UIDs that were in the folder at the last look. */
    @Transactional(readOnly = true)
    public Set<String> present(long mailbox, long uidValidity) {
        return mailboxes.present(mailbox, uidValidity);
    }

    /**
     * Notes a full look into the folder. Letters under another UIDVALIDITY count as gone.
     *
     * @param found how many letters the server counted
     */
    @Transactional
    public void looked(
            long mailbox,
            long uidValidity,
            Collection<String> appeared,
            Collection<String> gone,
            int found,
            Instant at) {
        mailboxes.markGone(mailbox, uidValidity, gone);
        mailboxes.insertSeen(mailbox, uidValidity, appeared, at);
        mailboxes.looked(mailbox, uidValidity, found, at);
    }

    /** What is to be taken or put away now. */
    @Transactional(readOnly = true)
    public List<WaitingLetter> waiting(long mailbox, long uidValidity, Instant at, int limit) {
        return mailboxes.waiting(mailbox, uidValidity, at, limit);
    }

    /**
     * Takes letters of a mailbox into custody in one transaction, all or none, each once: a letter that has a custody row keeps
     * it, and one that only got a new UID (the folder was rebuilt, or it was moved away and back) is known again by its bytes
     * and its receipt.
     */
    @Transactional
    public void takeAll(List<MailboxLetter> letters, Instant at) {
        for (MailboxLetter letter : letters) {
            CustodyId id = mailboxes
                    .lock(letter.uid())
                    .or(() -> sameBytes(letter.uid(), letter.envelope(), letter.raw()))
                    .orElseGet(() -> custody.take(letter.envelope(), letter.raw()));
            mailboxes.taken(letter.uid(), id, at);
        }
    }

    private Optional<CustodyId> sameBytes(MailboxUid letter, Envelope envelope, byte[] raw) {
        return mailboxes.hasGone(letter.mailbox())
                ? mailboxes.gone(
                        letter.mailbox(), BlobId.of(PrivateKeys.redact(raw).raw()), envelope.receivedAt())
                : Optional.empty();
    }

    /** Notes a letter that is too large to be taken; it stays in the mailbox for a person to see. */
    @Transactional
    public void refuse(MailboxUid letter, Envelope envelope, long size, String reason, Instant at) {
        if (mailboxes.lock(letter).isEmpty()) {
            mailboxes.taken(letter, custody.refuse(envelope, size, reason), at);
            mailboxes.putAway(letter, at);
        }
    }

    /** Notes that these letters, in custody, were flagged, moved or deleted as configured. */
    @Transactional
    public void putAway(List<MailboxUid> letters, Instant at) {
        letters.forEach(letter -> mailboxes.putAway(letter, at));
    }

    /** Notes that the letter could not be had or put away, and puts the next attempt off. */
    @Transactional
    public void failed(MailboxUid letter, String why, Instant at) {
        mailboxes.failed(letter, why, at);
    }

    /** Each folder ever looked into, against the ledger: by whichever node looked last. */
    @Transactional(readOnly = true)
    public List<MailboxCount> counts() {
        return mailboxes.counts();
    }
}
