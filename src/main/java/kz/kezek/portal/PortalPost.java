package kz.kezek.portal;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import kz.kezek.correspondence.Recipient;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Envelope;
import kz.kezek.regulation.Regulation;
import org.springframework.stereotype.Component;

/**
 * The door {@code PORTAL}: what an applicant writes on a page becomes a letter like any other, so that it goes the same way,
 * into custody first, and has one fate.
 */
@Component
class PortalPost {

    static final String DOOR = "PORTAL";

    private static final Session SESSION = Session.getInstance(new Properties());

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
                        DOOR, at, "page", from, List.of(regulation.service().address())),
                letter);
    }

    CustodyId hand(Written written, Instant at) {
        return hand(letter(written, at), written.from().address(), at);
    }

    /** The letter in the form of RFC 5322. */
    byte[] letter(Written written, Instant at) {
        try {
            String address = regulation.service().address();
            String id = "<" + UUID.randomUUID() + ".portal" + address.substring(address.lastIndexOf('@')) + ">";
            var message = new MimeMessage(SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", id);
                }
            };
            message.setFrom(
                    new InternetAddress(written.from().address(), written.name(), StandardCharsets.UTF_8.name()));
            message.setRecipient(RecipientType.TO, new InternetAddress(address));
            message.setSubject(written.subject().replaceAll("\\s+", " ").strip(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            if (written.answered().isPresent()) {
                message.setHeader("In-Reply-To", written.answered().get());
                message.setHeader("References", written.answered().get());
            }
            message.setContent(parts(written));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter that cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMultipart parts(Written written) throws MessagingException {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(written.text(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (PostedFile file : written.files()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setFileName(file.name());
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            parts.addBodyPart(part);
        }
        return parts;
    }
}
