package kz.kezek.intake;

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

/**
 * A letter that somebody wrote at a door of ours without a mail program: on a page, or on the telephone.
 *
 * @param from who wrote it; empty when he has no address
 * @param answered the Message-ID of the letter it answers, with brackets
 */
public record WrittenLetter(
        String name,
        Optional<Recipient> from,
        String subject,
        String text,
        Optional<String> answered,
        List<Enclosure> enclosures) {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** A file that goes with it. */
    @SuppressWarnings("ArrayRecordComponent") // on its way into the letter, compared by nobody
    public record Enclosure(String name, String mediaType, byte[] bytes) {}

    public WrittenLetter {
        enclosures = List.copyOf(enclosures);
    }

    /**
     * The letter in the form of RFC 5322.
     *
     * @param to the service's own address
     * @param door a word for the Message-ID
     */
    public byte[] bytes(String to, String door, Instant at) {
        try {
            String id = "<" + UUID.randomUUID() + "." + door + to.substring(to.lastIndexOf('@')) + ">";
            var message = new MimeMessage(SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", id);
                }
            };
            if (from.isPresent()) {
                message.setFrom(new InternetAddress(from.get().address(), name, StandardCharsets.UTF_8.name()));
            }
            message.setRecipient(RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject.replaceAll("\\s+", " ").strip(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            if (answered.isPresent()) {
                message.setHeader("In-Reply-To", answered.get());
                message.setHeader("References", answered.get());
            }
            message.setContent(parts());
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

    private MimeMultipart parts() throws MessagingException {
        var parts = new MimeMultipart();
        var body = new MimeBodyPart();
        body.setText(text, StandardCharsets.UTF_8.name());
        parts.addBodyPart(body);
        for (Enclosure file : enclosures) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setFileName(file.name());
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            parts.addBodyPart(part);
        }
        return parts;
    }
}
