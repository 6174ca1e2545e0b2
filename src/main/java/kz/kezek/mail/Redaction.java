package kz.kezek.mail;

import java.util.List;

/**
 * A raw letter without the private keys it brought.
 *
 * @param raw the letter to store; the same bytes as given when nothing was refused. The caller must not change them.
 * @param refused what was taken out, in the order of the letter
 * @param passwordMasked whether a password beside it was masked
 */
public record Redaction(
        @SuppressWarnings("ArrayRecordComponent") byte[] raw, List<RefusedKey> refused, boolean passwordMasked) {

    public Redaction {
        refused = List.copyOf(refused);
    }

    Redaction(byte[] raw, List<RefusedKey> refused) {
        this(raw, refused, false);
    }

    /** Whether anything was taken out. */
    public boolean changed() {
        return !refused.isEmpty();
    }
}
