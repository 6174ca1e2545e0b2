package kz.kezek.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.correspondence.Recipient;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.WrittenLetter;
import kz.kezek.intake.WrittenLetter.Enclosure;
import kz.kezek.regulation.Regulation;
import org.springframework.stereotype.Component;

/**
 * The door {@code PORTAL}: what an applicant writes on a page becomes a letter like any other, so that it goes the same way,
 * into custody first, and has one fate.
 */
@Component
class PortalPost {

    private final CustodyLedger ledger;
    private final Regulation regulation;

    PortalPost(CustodyLedger ledger, Regulation regulation) {
        this.ledger = ledger;
        this.regulation = regulation;
    }

    /**
     * What was written.
     *
     * @param answered the Message-ID of the letter it answers, with brackets
     */
    record Written(
            String name,
            Recipient from,
            String subject,
            String text,
            Optional<String> answered,
            List<PostedFile> files) {}

    /** Puts a letter in custody; what was written is kept once this returns. */
    CustodyId hand(byte[] letter, String from, Instant at) {
        return ledger.take(
                new Envelope(
                        Envelope.PORTAL,
                        at,
                        "page",
                        from,
                        List.of(regulation.service().address())),
                letter);
    }

    CustodyId hand(Written written, Instant at) {
        return hand(letter(written, at), written.from().address(), at);
    }

    /** The letter in the form of RFC 5322. */
    byte[] letter(Written written, Instant at) {
        List<Enclosure> enclosures = written.files().stream()
                .map(file -> new Enclosure(file.name(), file.mediaType(), file.bytes()))
                .toList();
        return new WrittenLetter(
                        written.name(),
                        Optional.of(written.from()),
                        written.subject(),
                        written.text(),
                        written.answered(),
                        enclosures)
                .bytes(regulation.service().address(), "portal", at);
    }
}
