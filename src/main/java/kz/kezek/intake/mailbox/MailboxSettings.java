package kz.kezek.intake.mailbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailboxes to be emptied, {@code kezek.intake.*}.
 *
 * @param maxSize the largest letter taken from a mailbox or a file, in bytes
 * @param mailboxes each account, {@code kezek.intake.mailboxes[0].*}
 */
@ConfigurationProperties("kezek.intake")
public record MailboxSettings(
        @DefaultValue("36700160") int maxSize, @DefaultValue List<Account> mailboxes) {

    /** How an account is spoken to. */
    public enum Protocol {
        IMAP,
        POP3
    }

    /** How the connection is secured. */
    public enum Tls {
        IMPLICIT,
        /** Required, not merely tried. */
        STARTTLS,
        /** Not at all: for a server on this machine only. */
        NONE
    }

    /** What becomes of a letter in the mailbox once it is in custody. */
    public enum After {
        /** It stays as it is. */
        KEEP,
        /** It is flagged as seen (IMAP). */
        SEEN,
        /** It is moved to {@code moveTo} (IMAP). */
        MOVE,
        DELETE
    }

    /**
     * One account.
     *
     * @param name its name in the ledger: once used, it must not change
     * @param port 0 for the usual one of the protocol
     * @param oauth when given, XOAUTH2 is spoken instead of a password
     * @param trust a PEM file with the certificates to trust instead of the system's; empty for those
     * @param address whom a letter was for when the mailbox does not say; empty for the service's address
     * @param folders the folders to empty (IMAP)
     * @param poll how often to look where the server does not tell of news by itself
     * @param timeout for connecting, reading and writing each
     */
    public record Account(
            String name,
            @DefaultValue("IMAP") Protocol protocol,
            String host,
            @DefaultValue("0") int port,
            @DefaultValue("IMPLICIT") Tls tls,
            String user,
            @DefaultValue("") String password,
            @DefaultValue OAuth oauth,
            @DefaultValue("") String trust,
            @DefaultValue("") String address,
            @DefaultValue("INBOX") List<String> folders,
            Optional<After> after,
            @DefaultValue("Kezek") String moveTo,
            @DefaultValue("60s") Duration poll,
            @DefaultValue("30s") Duration timeout) {

        public Account {
            if (protocol == Protocol.POP3
                    && after.filter(a -> a == After.SEEN || a == After.MOVE).isPresent()) {
                throw new IllegalArgumentException("mailbox " + name + ": POP3 can only keep or delete");
            }
        }

        /** What is configured, else the gentlest that shows people what was taken. */
        After afterwards() {
            return after.orElse(protocol == Protocol.IMAP ? After.SEEN : After.KEEP);
        }

        int portOrUsual() {
            if (port != 0) {
                return port;
            }
            boolean implicit = tls == Tls.IMPLICIT;
            return protocol == Protocol.IMAP ? (implicit ? 993 : 143) : (implicit ? 995 : 110);
        }

        /** POP3 knows one folder. */
        List<String> foldersOrOnly() {
            return protocol == Protocol.IMAP ? folders : List.of("INBOX");
        }

        @Override
        public String toString() {
            return name + ": " + protocol + " " + host + ":" + portOrUsual() + ", tls " + tls;
        }
    }

    /**
     * Where access tokens come from (RFC 6749 §4.4, §6).
     *
     * @param tokenUrl the token endpoint; https; empty where a password is used
     * @param refreshToken when given, tokens are refreshed with it; otherwise asked for with the client's own credentials
     */
    public record OAuth(
            @DefaultValue("") String tokenUrl,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String refreshToken,
            @DefaultValue("") String scope) {

        boolean isGiven() {
            return !tokenUrl.isEmpty();
        }

        @Override
        public String toString() {
            return tokenUrl + " as " + clientId;
        }
    }
}
