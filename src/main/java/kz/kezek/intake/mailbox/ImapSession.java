package kz.kezek.intake.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.Item;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** A folder open by IMAP. Everything is asked by UID; bytes are peeked in pieces, so that the size limit holds on the way. */
final class ImapSession implements MailboxSession {

    private static final int PIECE = 256 * 1024;

    private final IMAPProtocol imap;
    private final MailboxSettings.Account account;
    private final long uidValidity;
    private final CountDownLatch woken = new CountDownLatch(1);
    private int exists;
    private boolean news;

    ImapSession(IMAPProtocol imap, MailboxSettings.Account account, MailboxInfo selected) {
        this.imap = imap;
        this.account = account;
        this.uidValidity = selected.uidvalidity;
        this.exists = selected.total;
    }

    @Override
    public long uidValidity() {
        return uidValidity;
    }

    @Override
    public Contents list() throws IOException {
        news = false;
        List<String> uids = new ArrayList<>();
        for (Response response : run("UID SEARCH ALL", null)) {
            if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid >= 0; uid = found.readLong()) {
                    uids.add(Long.toString(uid));
                }
            }
        }
        return new Contents(uids, exists);
    }

    @Override
    public Optional<Fetched> fetch(String uid, int maxSize) throws IOException {
        Response[] about = run("UID FETCH " + uid + " (UID INTERNALDATE RFC822.SIZE)", null);
        RFC822SIZE size = item(about, RFC822SIZE.class);
        if (size == null) {
            return Optional.empty();
        }
        byte[] raw = size.size > maxSize ? new byte[0] : bytes(uid, size.size, maxSize);
        return Optional.of(
                new Fetched(receivedAt(item(about, INTERNALDATE.class)), Math.max(size.size, raw.length), raw));
    }

    private static Optional<Instant> receivedAt(@Nullable INTERNALDATE date) {
        return Optional.ofNullable(date).map(INTERNALDATE::getDate).map(java.util.Date::toInstant);
    }

    /** Small letters, each within one piece: two questions for all of them, and a bounded answer. */
    @Override
    public Map<String, Fetched> fetchTogether(List<String> uids, int maxSize) throws IOException {
        Map<String, FetchResponse> about = new HashMap<>();
        for (FetchResponse response : fetched(uids, "INTERNALDATE RFC822.SIZE", RFC822SIZE.class)) {
            if (size(response) < Math.min(PIECE, maxSize)) {
                about.put(uid(response), response);
            }
        }
        Map<String, Fetched> letters = new HashMap<>();
        List<String> small = uids.stream().filter(about::containsKey).toList();
        for (FetchResponse response : fetched(small, "BODY.PEEK[]<0." + PIECE + ">", BODY.class)) {
            FetchResponse told = about.get(uid(response));
            ByteArray raw = response.getItem(BODY.class).getByteArray();
            // Not as many bytes as told: asked for by itself, it is read to its end.
            if (told != null && raw != null && raw.getCount() == size(told) && size(told) > 0) {
                letters.put(
                        uid(response),
                        new Fetched(receivedAt(told.getItem(INTERNALDATE.class)), size(told), raw.getNewBytes()));
            }
        }
        return letters;
    }

    /** The answers that have both UID and this item; servers may send others in between. */
    private List<FetchResponse> fetched(List<String> uids, String items, Class<? extends Item> type)
            throws IOException {
        if (uids.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(run("UID FETCH " + String.join(",", uids) + " (UID " + items + ")", null))
                .filter(FetchResponse.class::isInstance)
                .map(FetchResponse.class::cast)
                .filter(response -> response.getItem(UID.class) != null && response.getItem(type) != null)
                .toList();
    }

    private static String uid(FetchResponse response) {
        return Long.toString(response.getItem(UID.class).uid);
    }

    private static long size(FetchResponse response) {
        return response.getItem(RFC822SIZE.class).size;
    }

    /** Up to one byte more than the limit: some servers tell a size smaller than the letter has. */
    private byte[] bytes(String uid, long told, int maxSize) throws IOException {
        var raw = new ByteArrayOutputStream((int) told);
        while (raw.size() <= maxSize) {
            int length = Math.min(PIECE, maxSize + 1 - raw.size());
            BODY body = item(
                    run("UID FETCH " + uid + " (UID BODY.PEEK[]<" + raw.size() + "." + length + ">)", null),
                    BODY.class);
            ByteArray piece = body == null ? null : body.getByteArray();
            int count = piece == null ? 0 : piece.getCount();
            if (piece != null) {
                raw.write(piece.getBytes(), piece.getStart(), count);
            }
            if (count == 0 || raw.size() >= told && count < length) {
                break;
            }
        }
        if (raw.size() == 0 && told > 0) {
            throw new MailboxRefusal("the server gave no bytes of this letter");
        }
        return raw.toByteArray();
    }

    private static <T extends Item> @Nullable T item(Response[] responses, Class<T> type) {
        for (Response response : responses) {
            if (response instanceof FetchResponse fetch) {
                T item = fetch.getItem(type);
                if (item != null) {
                    return item;
                }
            }
        }
        return null;
    }

    @Override
    public boolean putAway(List<String> uids) throws IOException {
        String set = String.join(",", uids);
        switch (account.afterwards()) {
            case KEEP -> {}
            case SEEN -> run("UID STORE " + set + " +FLAGS.SILENT (\\Seen)", null);
            case MOVE -> move(set);
            case DELETE -> delete(set);
        }
        return true;
    }

    private void move(String set) throws IOException {
        var target = new Argument();
        target.writeString(BASE64MailboxEncoder.encode(account.moveTo()));
        if (imap.hasCapability("MOVE")) {
            run("UID MOVE " + set, target);
        } else {
            run("UID COPY " + set, target);
            delete(set);
        }
    }

    /** Expunges these alone; without UIDPLUS they stay marked, as an expunge would take others' with them. */
    private void delete(String set) throws IOException {
        run("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)", null);
        if (imap.hasCapability("UIDPLUS")) {
            run("UID EXPUNGE " + set, null);
        }
    }

    @Override
    public boolean showsNews() {
        return true;
    }

    @Override
    public void await(Duration atMost) throws IOException, InterruptedException {
        if (news || woken.getCount() == 0) {
            return;
        }
        if (!imap.hasCapability("IDLE")) {
            woken.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        try {
            idle(atMost);
        } catch (ProtocolException e) {
            throw lost(e);
        }
    }

    /** RFC 2177. Ended by DONE from a second thread, since the first one reads. */
    private void idle(Duration atMost) throws ProtocolException {
        imap.idleStart();
        var ended = new AtomicBoolean();
        Thread ending = Thread.ofVirtual().start(() -> {
            try {
                woken.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
                endIdle(ended);
            } catch (InterruptedException notNeeded) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            boolean idling = true;
            while (idling) {
                Response response = imap.readIdleResponse();
                note(response);
                if (news) {
                    endIdle(ended);
                }
                idling = imap.processIdleResponse(response);
            }
        } finally {
            ended.set(true);
            ending.interrupt();
        }
    }

    private void endIdle(AtomicBoolean ended) {
        if (ended.compareAndSet(false, true)) {
            imap.idleAbort();
        }
    }

    @Override
    public void wake() {
        woken.countDown();
    }

    private Response[] run(String command, @Nullable Argument arguments) throws IOException {
        Response[] responses = imap.command(command, arguments);
        for (Response response : responses) {
            note(response);
        }
        try {
            imap.handleResult(responses[responses.length - 1]);
            return responses;
        } catch (CommandFailedException | BadCommandException refused) {
            throw new MailboxRefusal(String.valueOf(refused.getMessage()));
        } catch (ProtocolException e) {
            throw lost(e);
        }
    }

    private void note(Response response) {
        if (response instanceof IMAPResponse untagged && untagged.isUnTagged()) {
            if (untagged.keyEquals("EXISTS")) {
                exists = untagged.getNumber();
                news = true;
            } else if (untagged.keyEquals("EXPUNGE")) {
                exists--;
                news = true;
            }
        }
    }

    private static IOException lost(ProtocolException e) {
        return new IOException(String.valueOf(e.getMessage()), e);
    }

    @Override
    public void close() {
        try {
            imap.logout();
        } catch (ProtocolException alreadyGone) {
            imap.disconnect();
        }
    }
}
