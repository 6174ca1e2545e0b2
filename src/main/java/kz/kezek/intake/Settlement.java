package kz.kezek.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailReader;
import kz.kezek.storage.BlobStore;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.PublicCertificates;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a letter in custody its one fate: read from what is kept, routed, and its effects written together with the fate
 * in one transaction. Doing it again, after a crash or on another node, changes nothing.
 */
@Component
class Settlement {

    private final TransactionTemplate transaction;
    private final LedgerEntries entries;
    private final BlobStore blobs;
    private final LetterRouting routing;
    private final Registration registration;
    private final ReplyFiling replies;
    private final Correspondence correspondence;
    private final Clock clock;
    private final MailReader reader = new MailReader();

    Settlement(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            JsonMapper json,
            BlobStore blobs,
            LetterRouting routing,
            Registration registration,
            ReplyFiling replies,
            Correspondence correspondence,
            Clock clock) {
        this.transaction = transaction;
        this.entries = new LedgerEntries(jdbc, json);
        this.blobs = blobs;
        this.routing = routing;
        this.registration = registration;
        this.replies = replies;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * Settles the letter, unless it is settled already.
     *
     * @param atHand its bytes as they are kept, when somebody still has them
     * @return whether it was settled by this
     */
    boolean settle(CustodyId id, Optional<byte[]> atHand) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<LedgerEntry> unsettled = entries.lockUnsettled(id);
            unsettled.ifPresent(entry -> settle(entry, atHand));
            return unsettled.isPresent();
        }));
    }

    private void settle(LedgerEntry entry, Optional<byte[]> atHand) {
        byte[] raw =
                atHand.orElseGet(() -> blobs.get(entry.content().orElseThrow()).orElseThrow());
        ReadLetter letter = read(entry, raw);
        entries.lockContent(letter.digest());
        Fate fate = carryOut(letter, routing.route(letter));
        entries.settle(entry.id(), fate, LedgerEntries.Said.by(letter), clock.instant());
    }

    private ReadLetter read(LedgerEntry entry, byte[] raw) {
        InboundMail mail = reader.read(raw);
        Submission submission = CertificateCheck.apply(
                SubmissionReader.read(SubmissionText.of(mail)),
                PublicCertificates.in(mail),
                entry.envelope().receivedAt());
        return ReadLetter.of(entry, raw, mail, submission);
    }

    void quarantine(CustodyId id, String why) {
        transaction.executeWithoutResult(status -> entries.lockUnsettled(id)
                .ifPresent(entry -> entries.settle(
                        id,
                        new Fate.Quarantined(QuarantineReason.NOT_SETTLED, why),
                        LedgerEntries.Said.NOTHING,
                        clock.instant())));
    }

    private Fate carryOut(ReadLetter letter, Route route) {
        Instant now = clock.instant();
        return switch (route) {
            case Route.ToDeliveryReport() -> report(letter, now);
            case Route.ToNobody(var why, var ticket) -> new Fate.Automatic(why, ticket);
            case Route.ToDuplicate(var first) -> new Fate.DuplicateOf(first.id(), first.ticket());
            case Route.ToTicket to -> replies.file(letter, to, now);
            case Route.ToNewTicket(var related) -> registration.register(letter, Optional.empty(), related, now);
            case Route.ToQuarantine(var why) -> new Fate.Quarantined(QuarantineReason.NO_SENDER, why);
        };
    }

    private Fate report(ReadLetter letter, Instant now) {
        var bounce = letter.mail().bounce().orElseThrow();
        return new Fate.DeliveryReport(
                bounce.kind().name().toLowerCase(Locale.ROOT), correspondence.reported(bounce, now));
    }
}
