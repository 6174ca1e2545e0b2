package kz.kezek.intake.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.DoorLog;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.IntakeQueue;
import kz.kezek.intake.OurAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the door asks of the house: whether an address is ours, and to take a letter into custody. */
final class SmtpTaking {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTaking.class);
    /** Letters committed at once: enough to keep the disk busy, few enough to leave the database to others. */
    private static final int AT_ONCE = 8;

    private static final long PATIENCE_SECONDS = 30;

    private final CustodyLedger ledger;
    private final IntakeQueue queue;
    private final OurAddresses addresses;
    private final Clock clock;
    private final DoorLog log;
    private final SmtpSettings settings;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    SmtpTaking(
            CustodyLedger ledger,
            IntakeQueue queue,
            OurAddresses addresses,
            Clock clock,
            DoorLog log,
            SmtpSettings settings) {
        this.ledger = ledger;
        this.queue = queue;
        this.addresses = addresses;
        this.clock = clock;
        this.log = log;
        this.settings = settings;
    }

    boolean isOurs(String recipient) {
        return addresses.isOurs(recipient);
    }

    /** Takes the letter and says so, or asks to try again later (S1, S2). */
    String take(SmtpOffer offer, SmtpData data) {
        boolean turn = false;
        try {
            queue.awaitRoom();
            turn = turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!turn) {
                return "451 4.3.2 Too many letters at once, please try again later";
            }
            Instant now = clock.instant();
            var id = ledger.take(envelope(offer, offer.recipients(), now), data.under(head(offer, now)));
            log.letterAt(now);
            return "250 2.0.0 Taken into custody as " + id;
        } catch (RuntimeException e) {
            LOG.warn("a letter of {} bytes was put off with 451: {}", data.size(), e.toString());
            return "451 4.3.0 The letter cannot be kept just now, please try again later";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "451 4.3.2 Closing, please try again later";
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    void refused(SmtpOffer offer, List<String> to, long size, String reason) {
        try {
            ledger.refuse(envelope(offer, to, clock.instant()), size, reason);
        } catch (RuntimeException e) {
            LOG.warn("a refusal ({}) could not be noted in the ledger: {}", reason, e.toString());
        }
    }

    private static Envelope envelope(SmtpOffer offer, List<String> to, Instant at) {
        return new Envelope("SMTP", at, (offer.peer() + " " + offer.helo()).strip(), offer.from(), List.copyOf(to));
    }

    /** The trace fields of the last server on the way (RFC 5321 §4.4). */
    private byte[] head(SmtpOffer offer, Instant at) {
        String forOne = offer.recipients().size() == 1
                ? "\r\n\tfor <" + offer.recipients().getFirst() + ">"
                : "";
        return "Return-Path: <%s>\r\nReceived: from %s (%s)\r\n\tby %s with %s%s;\r\n\t%s\r\n"
                .formatted(
                        offer.from(),
                        offer.helo().isEmpty() ? "unknown" : offer.helo(),
                        offer.peer(),
                        settings.hostName(),
                        offer.protocol(),
                        forOne,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
