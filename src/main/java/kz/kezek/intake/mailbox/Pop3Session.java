package kz.kezek.intake.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The maildrop open by POP3, as it was when opened. Deletions happen when the server hears QUIT, which nobody confirms to
 * us: a letter counts as put away only when a later look no longer shows it.
 */
final class Pop3Session implements MailboxSession {

    private static final Logger LOG = LoggerFactory.getLogger(Pop3Session.class);

    private final Store store;
    private final POP3Folder maildrop;
    private final MailboxSettings.Account account;
    private final Map<String, Message> byUid = new HashMap<>();

    Pop3Session(Store store, POP3Folder maildrop, MailboxSettings.Account account) {
        this.store = store;
        this.maildrop = maildrop;
        this.account = account;
    }

    @Override
    public long uidValidity() {
        return 0;
    }

    @Override
    public Contents list() throws IOException {
        try {
            Message[] messages = maildrop.getMessages();
            var names = new FetchProfile();
            names.add(UIDFolder.FetchProfileItem.UID);
            maildrop.fetch(messages, names);
            List<String> uids = new ArrayList<>();
            for (Message message : messages) {
                String uid = maildrop.getUID(message);
                if (uid == null) {
                    throw new IOException("the server has no UIDL: letters could not be told apart");
                }
                uids.add(uid);
                byUid.put(uid, message);
            }
            return new Contents(uids, messages.length);
        } catch (MessagingException e) {
            throw lost(e);
        }
    }

    @Override
    public Optional<Fetched> fetch(String uid, int maxSize) throws IOException {
        Message message = byUid.get(uid);
        if (message == null) {
            return Optional.empty();
        }
        var bytes = new UpTo(maxSize);
        try {
            int told = message.getSize();
            if (told > maxSize) {
                return Optional.of(new Fetched(Optional.empty(), told, new byte[0]));
            }
            message.writeTo(bytes);
        } catch (MessagingException e) {
            if (maildrop.isOpen()) {
                throw new MailboxRefusal(String.valueOf(e.getMessage()));
            }
            throw lost(e);
        }
        return Optional.of(new Fetched(Optional.empty(), bytes.size, bytes.kept.toByteArray()));
    }

    @Override
    public boolean putAway(List<String> uids) throws IOException {
        if (account.afterwards() != MailboxSettings.After.DELETE) {
            return true;
        }
        try {
            for (String uid : uids) {
                Message message = byUid.get(uid);
                if (message != null) {
                    message.setFlag(Flags.Flag.DELETED, true);
                }
            }
            return false;
        } catch (MessagingException e) {
            throw lost(e);
        }
    }

    @Override
    public boolean showsNews() {
        return false;
    }

    @Override
    public void await(Duration atMost) {
        // The maildrop never changes while it is open.
    }

    @Override
    public void wake() {
        // Nothing waits here.
    }

    private static IOException lost(MessagingException e) {
        return new IOException(String.valueOf(e.getMessage()), e);
    }

    @Override
    public void close() {
        try {
            maildrop.close(true);
        } catch (MessagingException e) {
            LOG.warn("{}: the maildrop was not closed in order: {}", account.name(), e.getMessage());
        }
        close(store);
    }

    static void close(@Nullable Store store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            LOG.debug("a mailbox was gone before it could be closed", e);
        }
    }

    /** Keeps so many bytes, counts all. */
    private static final class UpTo extends OutputStream {

        private final int limit;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long size;

        UpTo(int limit) {
            this.limit = limit;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            kept.write(bytes, offset, Math.max(0, Math.min(length, limit - kept.size())));
            size += length;
        }
    }
}
