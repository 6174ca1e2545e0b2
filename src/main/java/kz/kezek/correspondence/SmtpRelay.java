package kz.kezek.correspondence;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A relay reached by SMTP with Angus Mail; the connection is kept open between letters and opened again when it broke. */
final class SmtpRelay implements Relay {

    private static final int LONGEST_REPLY = 500;

    private final RelaySettings settings;
    private final Session session;
    private final SMTPTransport transport;

    SmtpRelay(RelaySettings settings, String ehloName) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, ehloName));
        try {
            this.transport = (SMTPTransport) session.getTransport(settings.tls().equals("implicit") ? "smtps" : "smtp");
        } catch (MessagingException e) {
            throw new IllegalStateException("Angus Mail without its SMTP provider", e);
        }
    }

    private static Properties properties(RelaySettings settings, String ehloName) {
        String timeout = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        for (String protocol : new String[] {"smtp", "smtps"}) {
            String prefix = "mail." + protocol + ".";
            properties.setProperty(prefix + "connectiontimeout", timeout);
            properties.setProperty(prefix + "timeout", timeout);
            properties.setProperty(prefix + "writetimeout", timeout);
            properties.setProperty(prefix + "localhost", ehloName);
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "socketFactory", new PromptSockets());
            // Angus would try again with the public authorities, or without TLS, where these sockets refuse.
            properties.setProperty(prefix + "socketFactory.fallback", "false");
            properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
            if (!settings.trust().isEmpty()) {
                properties.put(prefix + "ssl.socketFactory", trusting(settings.trust()));
            }
            properties.setProperty(prefix + "quitwait", "false");
            properties.setProperty(
                    prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
        }
        if (settings.tls().equals("starttls")) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return properties;
    }

    @Override
    public DeliveryOutcome hand(String envelopeFrom, String recipient, UUID envelopeId, byte[] mime) {
        try {
            connect();
            var message = new SMTPMessage(session, new ByteArrayInputStream(mime));
            message.setEnvelopeFrom(envelopeFrom);
            // Asked for where the relay offers it (RFC 3461); success is its own 250.
            message.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            message.setReturnOption(SMTPMessage.RETURN_HDRS);
            if (transport.supportsExtension("DSN")) {
                message.setMailExtension("ENVID=" + envelopeId);
            }
            transport.sendMessage(message, new Address[] {new InternetAddress(recipient)});
            return new DeliveryOutcome.Accepted(oneLine(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            DeliveryOutcome outcome = outcome(e);
            if (outcome instanceof DeliveryOutcome.TryAgain) {
                close();
            }
            return outcome;
        }
    }

    private void connect() throws MessagingException {
        if (!transport.isConnected()) {
            boolean signsIn = !settings.user().isEmpty();
            // Without a password Angus does not offer the name of the operating system's user for one.
            transport.connect(
                    settings.host(),
                    settings.port(),
                    signsIn ? settings.user() : null,
                    signsIn ? settings.password() : null);
        }
    }

    private static DeliveryOutcome outcome(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            int code = code(e);
            if (code >= 500) {
                return new DeliveryOutcome.RefusedForGood(oneLine(String.valueOf(e.getMessage())));
            }
            if (code >= 400) {
                return new DeliveryOutcome.TryAgain(oneLine(String.valueOf(e.getMessage())));
            }
        }
        return new DeliveryOutcome.TryAgain(oneLine(withItsCause(failure)));
    }

    /** What a person needs to mend is often said at the bottom alone: which certificate, which name. */
    private static String withItsCause(MessagingException failure) {
        Throwable bottom = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            bottom = cause;
        }
        String words = String.valueOf(failure.getMessage());
        String reason = String.valueOf(bottom.getMessage());
        return words.contains(reason) ? words : words + ": " + reason;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static int code(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_REPLY));
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The connection was lost before it could be closed: it is closed now.
            return;
        }
    }

    private static SSLSocketFactory trusting(String file) {
        try {
            return TrustedCertificates.in(file);
        } catch (IOException e) {
            throw new IllegalStateException("kezek.relay.trust: " + e.getMessage(), e);
        }
    }
}
