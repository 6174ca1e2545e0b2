package kz.kezek.mail;

import java.util.List;

/**
 * A raw letter without the private keys it brought.
 *
 * @param raw the letter to store; the same bytes as given when nothing was refused. The caller must not change them.
 * @param refused what was taken out, in the order of the letter
 */
public record Redaction(
        @SuppressWarnings("ArrayRecordComponent") byte[] raw, List<RefusedKey> refused) {

    public Redaction {
        refused = List.copyOf(refused);
    }

    /** Whether anything was taken out. */
    public boolean changed() {
        return !refused.isEmpty();
    }
}
