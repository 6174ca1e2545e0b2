package kz.kezek.correspondence;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.applicant.Language;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a letter (RFC 5322, 2045–2047, 2231, 3676, 3834): {@code multipart/alternative} of text and HTML, in
 * {@code multipart/mixed} when files go along. The same letter gives the same bytes.
 */
final class LetterMime {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_REFERENCES = 20;

    static {
        // Jakarta Mail asks every jar of the class path for its stream provider, for every header and part, unless it
        // is named.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final String OCTETS = "application/octet-stream";

    private final LetterEnvelope envelope;

    LetterMime(LetterEnvelope envelope) {
        this.envelope = envelope;
    }

    /** Who sends, and where replies go. */
    record Sender(String name, Recipient address, Optional<Recipient> replyTo) {}

    /** What is sent. */
    record Body(String subject, String text, String html, List<Language> languages, LetterKind kind) {}

    byte[] write(Sender sender, Body body, List<LetterAttachment> attachments) {
        try {
            MimeMessage message = new Message(envelope.messageId());
            address(message, sender);
            message.setSubject(body.subject(), "UTF-8");
            thread(message);
            declare(message, body);
            content(message, body, attachments);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException broken) {
            throw new IllegalStateException("Cannot compose letter " + envelope.messageId(), broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void address(MimeMessage message, Sender sender) throws MessagingException, IOException {
        message.setFrom(mailbox(sender.address(), sender.name()));
        List<InternetAddress> to = new ArrayList<>();
        for (Recipient recipient : envelope.to()) {
            to.add(mailbox(recipient, ""));
        }
        message.setRecipients(MimeMessage.RecipientType.TO, to.toArray(new InternetAddress[0]));
        if (sender.replyTo().isPresent()) {
            message.setReplyTo(new InternetAddress[] {mailbox(sender.replyTo().get(), sender.name())});
        }
    }

    private static InternetAddress mailbox(Recipient recipient, String name) throws IOException {
        InternetAddress mailbox = new InternetAddress();
        mailbox.setAddress(recipient.address());
        if (!name.isEmpty()) {
            mailbox.setPersonal(name, "UTF-8");
        }
        return mailbox;
    }

    private void thread(MimeMessage message) throws MessagingException {
        message.setHeader("Date", DATE.format(envelope.at()));
        Optional<String> answered = envelope.inReplyTo().map(String::strip).filter(MessageIds::sound);
        if (answered.isPresent()) {
            message.setHeader("In-Reply-To", answered.get());
        }
        List<String> references = references(answered);
        if (!references.isEmpty()) {
            message.setHeader("References", String.join("\r\n ", references));
        }
    }

    /** RFC 5322 §3.6.4: the conversation and what is answered; of a long one its beginning and its latest part. */
    private List<String> references(Optional<String> answered) {
        List<String> sound = new ArrayList<>();
        envelope.references().stream()
                .map(String::strip)
                .filter(MessageIds::sound)
                .forEach(sound::add);
        answered.ifPresent(id -> {
            sound.remove(id);
            sound.add(id);
        });
        List<String> distinct = sound.stream().distinct().toList();
        if (distinct.size() <= MOST_REFERENCES) {
            return distinct;
        }
        List<String> cut = new ArrayList<>(List.of(distinct.getFirst()));
        cut.addAll(distinct.subList(distinct.size() - MOST_REFERENCES + 1, distinct.size()));
        return cut;
    }

    private static void declare(MimeMessage message, Body body) throws MessagingException {
        message.setContentLanguage(body.languages().stream().map(Language::tag).toArray(String[]::new));
        if (body.kind().automatic()) {
            message.setHeader("Auto-Submitted", body.kind().autoSubmitted());
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
    }

    private void content(MimeMessage message, Body body, List<LetterAttachment> attachments) throws MessagingException {
        MimeMultipart alternative = new Multipart("alternative", boundary("alternative"));
        alternative.addBodyPart(part(FlowedText.of(body.text()), "text/plain; charset=UTF-8; format=flowed; delsp=no"));
        alternative.addBodyPart(part(body.html(), "text/html; charset=UTF-8"));
        if (attachments.isEmpty()) {
            message.setContent(alternative);
            return;
        }
        MimeMultipart mixed = new Multipart("mixed", boundary("mixed"));
        MimeBodyPart letter = new MimeBodyPart();
        letter.setContent(alternative);
        mixed.addBodyPart(letter);
        for (LetterAttachment attachment : attachments) {
            mixed.addBodyPart(part(attachment));
        }
        message.setContent(mixed);
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        return part(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static MimeBodyPart part(byte[] bytes, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart part(LetterAttachment attachment) throws MessagingException {
        MimeBodyPart part = part(attachment.bytes(), mediaType(attachment.mediaType()));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        part.setFileName(OutsideText.line(attachment.name()));
        return part;
    }

    /** Only the type itself: a parameter from outside has no say in our message, and a message type would not be base64. */
    private static String mediaType(String declared) {
        try {
            ContentType type = new ContentType(declared.strip());
            boolean leaf = !type.match("message/*") && !type.match("multipart/*");
            return leaf ? new ContentType(type.getPrimaryType(), type.getSubType(), null).toString() : OCTETS;
        } catch (ParseException unsound) {
            return OCTETS;
        }
    }

    /** {@code =_} occurs in no base64 line, so the boundary cannot occur in a part. */
    private String boundary(String subtype) {
        byte[] name = (subtype + envelope.messageId()).getBytes(StandardCharsets.UTF_8);
        return "=_" + UUID.nameUUIDFromBytes(name);
    }

    private static final class Message extends MimeMessage {
        private final String messageId;

        Message(String messageId) {
            super((@Nullable Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    private static final class Multipart extends MimeMultipart {
        Multipart(String subtype, String boundary) {
            super(subtype);
            ContentType type = new ContentType("multipart", subtype, null);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
