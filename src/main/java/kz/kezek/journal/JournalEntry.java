package kz.kezek.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One line of the audit trail, never changed once written.
 *
 * @param seq its place in the stream, from 1
 * @param at when it was done, to the microsecond
 * @param actorCode who did it, see {@link Actor#code()}
 * @param act what was done
 * @param previousHash the hash of the entry before, in lower-case hexadecimal; zeros for the first
 * @param hash SHA-256 of all the above, in lower-case hexadecimal
 */
public record JournalEntry(long seq, Instant at, String actorCode, Act act, String previousHash, String hash) {

    static final String NO_HASH = "0".repeat(64);

    static JournalEntry after(String previousHash, long seq, Instant at, Actor actor, Act act) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        var unsigned = new JournalEntry(seq, kept, actor.code(), act, previousHash, NO_HASH);
        return new JournalEntry(seq, kept, actor.code(), act, previousHash, unsigned.computedHash());
    }

    /** Who did it. */
    public Actor actor() {
        return Actor.ofCode(actorCode);
    }

    /** The hash this entry must carry: each field by its length and bytes, so that no two entries look alike. */
    String computedHash() {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previousHash));
        add(digest, act.stream());
        add(digest, Long.toString(seq));
        add(digest, at.toString());
        add(digest, actorCode);
        add(digest, act.action());
        add(digest, act.subject());
        act.data().forEach((key, value) -> {
            add(digest, key);
            add(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
