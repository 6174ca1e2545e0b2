package kz.kezek.demo;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * Sends letters to the service as citizens do: by SMTP through its own door, spread over a while. Beyond the twentieth the
 * letters come again from other senders.
 */
public final class DemoPost {

    private final String service;
    private final Clock clock;
    private final IntSupplier smtpPort;

    /**
     * A post that hands letters to the door at this port.
     *
     * @param smtpPort asked when the first letter is sent
     * @param service the address the letters are for
     */
    public DemoPost(IntSupplier smtpPort, String service, Clock clock) {
        this.smtpPort = smtpPort;
        this.service = service;
        this.clock = clock;
    }

    private Session session() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(smtpPort.getAsInt()));
        properties.setProperty("mail.smtp.localhost", "mx.example.kz");
        properties.setProperty("mail.smtp.timeout", "60000");
        return Session.getInstance(properties);
    }

    /**
     * Sends so many letters, evenly over the time given, and returns when the last was taken.
     *
     * @param already how many were sent before; the letters go on from there
     * @throws MessagingException when the door refuses a letter
     */
    public void send(int already, int letters, Duration over) throws MessagingException, InterruptedException {
        List<DemoLetter> all = DemoLetter.all();
        Session session = session();
        Duration pause = letters > 1 ? over.dividedBy(letters - 1L) : Duration.ZERO;
        for (int n : IntStream.range(already, already + letters).toArray()) {
            if (n > already) {
                Thread.sleep(pause);
            }
            Transport.send(message(session, all.get(n % all.size()), n / all.size()));
        }
    }

    private MimeMessage message(Session session, DemoLetter letter, int round) throws MessagingException {
        var message = new MimeMessage(session);
        var from = new InternetAddress(letter.from());
        if (round > 0) {
            from.setAddress(from.getAddress().replaceFirst("@", "." + (round + 1) + "@"));
        }
        message.setFrom(named(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(service));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        if (letter.attachment().isPresent()) {
            message.setContent(withAttachment(letter.body(), letter.attachment().get()));
        } else {
            message.setText(letter.body(), "UTF-8");
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress named(InternetAddress parsed) throws MessagingException {
        try {
            return new InternetAddress(parsed.getAddress(), parsed.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java platform has UTF-8", e);
        }
    }

    private static MimeMultipart withAttachment(String body, String name) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(body, "UTF-8");
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(DemoLetter.bytes("/demo/" + name), "image/png")));
        file.setFileName(name);
        return new MimeMultipart(text, file);
    }
}
