package kz.kezek.intake.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Opens the one maildrop of an account by POP3 (RFC 1939) on Angus Mail; its reading of letters is never used. */
final class Pop3Server implements MailboxServer {

    private final MailboxSettings.Account account;
    private final Credentials credentials;

    Pop3Server(MailboxSettings.Account account, Credentials credentials) {
        this.account = account;
        this.credentials = credentials;
    }

    @Override
    public MailboxSession open(String folder) throws IOException {
        String protocol = account.tls() == MailboxSettings.Tls.IMPLICIT ? "pop3s" : "pop3";
        Properties properties = MailboxTls.properties(protocol, account);
        if (credentials instanceof Credentials.Token) {
            properties.setProperty("mail." + protocol + ".auth.mechanisms", "XOAUTH2");
        }
        Store store = null;
        boolean connected = false;
        try {
            store = Session.getInstance(properties).getStore(protocol);
            store.connect(account.host(), account.portOrUsual(), account.user(), secret());
            connected = true;
            Folder maildrop = store.getFolder("INBOX");
            maildrop.open(Folder.READ_WRITE);
            var session = new Pop3Session(store, (POP3Folder) maildrop, account);
            store = null;
            return session;
        } catch (MessagingException e) {
            // Angus takes the challenge by which a server refuses a token for consent: then the first command fails.
            boolean refused = connected || e instanceof AuthenticationFailedException;
            if (refused && credentials instanceof Credentials.Token token) {
                token.tokens().forget();
            }
            throw MailboxServer.failure(e);
        } finally {
            Pop3Session.close(store);
        }
    }

    private String secret() throws IOException {
        return switch (credentials) {
            case Credentials.Password(var password) -> password;
            case Credentials.Token token -> token.current();
        };
    }
}
