package kz.kezek.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The secret word in a ticket's reply address, {@code office+k3j…@sud.kz}: 80 bits of an HMAC-SHA-256 over the ticket's number
 * in base32 (RFC 4648 §6, lower case). Who has it has had a letter of that ticket; it cannot be guessed from the number.
 */
public record ReplyToken(String value) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 10;
    private static final Pattern SOUND = Pattern.compile("[a-z2-7]{16}");
    private static final byte[] PURPOSE = "kezek reply address 1\n".getBytes(StandardCharsets.US_ASCII);

    public ReplyToken {
        if (!SOUND.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a reply token");
        }
    }

    /** The token of a ticket under a key; the same for the same ticket and key, always. */
    public static ReplyToken of(SecretKey key, String ticketNumber) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            byte[] digest = mac.doFinal(ticketNumber.getBytes(StandardCharsets.UTF_8));
            return new ReplyToken(base32(Arrays.copyOf(digest, BYTES)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JDK or key cannot do HmacSHA256", broken);
        }
    }

    /** The token in an address like {@code office+TOKEN@sud.kz}, whatever case a relay has made of it. */
    public static Optional<ReplyToken> in(String address) {
        int plus = address.indexOf('+');
        int at = address.indexOf('@', Math.max(plus, 0));
        if (plus < 0 || at < 0) {
            return Optional.empty();
        }
        String detail = address.substring(plus + 1, at).toLowerCase(Locale.ROOT);
        return SOUND.matcher(detail).matches() ? Optional.of(new ReplyToken(detail)) : Optional.empty();
    }

    /** Whether this is the token of the ticket; takes as long for a near miss as for a far one. */
    public boolean verify(SecretKey key, String ticketNumber) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII),
                of(key, ticketNumber).value.getBytes(StandardCharsets.US_ASCII));
    }

    /** The desk's address with this token in it. */
    public Recipient address(Recipient desk) {
        int at = desk.address().lastIndexOf('@');
        return new Recipient(
                desk.address().substring(0, at) + "+" + value + desk.address().substring(at));
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            bits = (bits << 8) | (b & 0xFF);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt((bits >> held) & 31));
            }
            bits &= (1 << held) - 1;
        }
        return text.toString();
    }
}
