package kz.kezek.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords of six digits: RFC 6238 with HMAC-SHA-1 and steps of 30 seconds, as authenticator apps have them. */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The code of a step (RFC 4226 §5.3). */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", missing);
        }
    }

    /** The step that an instant is in. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The step whose code this is, the present one or a neighbour (RFC 6238 §5.2); none when it was taken before. */
    static OptionalLong accepted(byte[] secret, String code, Instant at, long lastStep) {
        long now = step(at);
        for (long step = now - 1; step <= now + 1; step++) {
            if (step > lastStep && constantTimeEquals(code(secret, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean constantTimeEquals(String expected, String given) {
        return java.security.MessageDigest.isEqual(
                expected.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                given.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Bytes as RFC 4648 §6 writes them, without padding; their number is a multiple of five. */
    static String base32(byte[] bytes) {
        var written = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 5) {
            long five = 0;
            for (int i = 0; i < 5; i++) {
                five = five << 8 | bytes[at + i] & 0xff;
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                written.append(BASE32.charAt((int) (five >>> shift) & 31));
            }
        }
        return written.toString();
    }
}
