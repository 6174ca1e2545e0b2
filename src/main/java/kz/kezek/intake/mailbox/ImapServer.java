package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Properties;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.util.MailLogger;

/** Opens folders by IMAP4rev1 (RFC 3501) on Angus Mail's protocol engine; its reading of letters is never used. */
final class ImapServer implements MailboxServer {

    private static final String PROTOCOL = "imap";

    private final MailboxSettings.Account account;
    private final Credentials credentials;

    ImapServer(MailboxSettings.Account account, Credentials credentials) {
        this.account = account;
        this.credentials = credentials;
    }

    @Override
    public MailboxSession open(String folder) throws IOException {
        IMAPProtocol imap = null;
        try {
            imap = connect();
            signIn(imap);
            createTarget(imap);
            MailboxInfo selected = imap.select(folder);
            if (selected.uidvalidity <= 0 || selected.uidNotSticky) {
                throw new IOException("the server's UIDs do not last: this folder cannot be emptied safely");
            }
            var session = new ImapSession(imap, account, selected);
            imap = null;
            return session;
        } catch (ProtocolException e) {
            throw MailboxServer.failure(e);
        } finally {
            if (imap != null) {
                imap.disconnect();
            }
        }
    }

    private IMAPProtocol connect() throws IOException, ProtocolException {
        Properties properties = MailboxTls.properties(PROTOCOL, account);
        boolean implicit = account.tls() == MailboxSettings.Tls.IMPLICIT;
        var quiet = new MailLogger(
                ImapServer.class, "imap", false, new PrintStream(OutputStream.nullOutputStream(), false, "US-ASCII"));
        return new IMAPProtocol(PROTOCOL, account.host(), account.portOrUsual(), properties, implicit, quiet);
    }

    private void signIn(IMAPProtocol imap) throws IOException, ProtocolException {
        if (account.tls() == MailboxSettings.Tls.STARTTLS) {
            if (!imap.hasCapability("STARTTLS")) {
                throw new IOException("the server offers no STARTTLS");
            }
            imap.startTLS();
            imap.capability();
        }
        switch (credentials) {
            case Credentials.Token token -> withToken(imap, token);
            case Credentials.Password(var password) -> {
                if (imap.hasCapability("AUTH=PLAIN")) {
                    imap.authplain("", account.user(), password);
                } else {
                    imap.login(account.user(), password);
                }
            }
        }
        imap.capability();
    }

    private void withToken(IMAPProtocol imap, Credentials.Token token) throws IOException, ProtocolException {
        try {
            imap.authoauth2(account.user(), token.current());
        } catch (CommandFailedException refused) {
            token.tokens().forget();
            throw refused;
        }
    }

    private void createTarget(IMAPProtocol imap) throws ProtocolException {
        if (account.afterwards() == MailboxSettings.After.MOVE && imap.list("", account.moveTo()) == null) {
            imap.create(account.moveTo());
        }
    }
}
