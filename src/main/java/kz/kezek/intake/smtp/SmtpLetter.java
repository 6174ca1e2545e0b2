package kz.kezek.intake.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.OurAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One letter on its way through the SMTP door. */
final class SmtpLetter implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLetter.class);

    private final MessageContext context;
    private final CustodyLedger ledger;
    private final OurAddresses addresses;
    private final Clock clock;
    private final int maxSize;
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    SmtpLetter(MessageContext context, CustodyLedger ledger, OurAddresses addresses, Clock clock, int maxSize) {
        this.context = context;
        this.ledger = ledger;
        this.addresses = addresses;
        this.clock = clock;
        this.maxSize = maxSize;
    }

    @Override
    public void from(String sender) {
        from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (!addresses.isOurs(recipient)) {
            refused(List.of(recipient), 0, "550 5.1.1 unknown recipient");
            throw new RejectException(550, "5.1.1 There is no such mailbox here");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream stream) throws RejectException, IOException {
        byte[] raw = stream.readNBytes(maxSize + 1);
        if (raw.length > maxSize) {
            long size = raw.length + drained(stream);
            refused(recipients, size, "552 5.3.4 larger than " + maxSize + " bytes");
            throw new RejectException(552, "5.3.4 The letter is larger than " + maxSize + " bytes");
        }
        try {
            return "2.0.0 Taken into custody as " + ledger.take(envelope(recipients), raw);
        } catch (RuntimeException e) {
            LOG.warn("a letter of {} bytes was put off with 451: {}", raw.length, e.toString());
            throw new RejectException(451, "4.3.0 The letter cannot be kept just now, please try again later");
        }
    }

    @Override
    public void done() {
        recipients.clear();
    }

    /** What is over the limit is read away, so that the client hears the answer instead of a broken connection. */
    private static long drained(InputStream stream) throws IOException {
        byte[] buffer = new byte[8192];
        long size = 0;
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            size += n;
        }
        return size;
    }

    private void refused(List<String> to, long size, String reason) {
        try {
            ledger.refuse(envelope(to), size, reason);
        } catch (RuntimeException e) {
            LOG.warn("a refusal ({}) could not be noted in the ledger: {}", reason, e.toString());
        }
    }

    private Envelope envelope(List<String> to) {
        return new Envelope(
                "SMTP",
                clock.instant(),
                context.getRemoteAddress()
                        + context.getHelo().map(helo -> " " + helo).orElse(""),
                from,
                List.copyOf(to));
    }
}
