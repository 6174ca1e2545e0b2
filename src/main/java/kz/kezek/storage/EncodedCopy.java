package kz.kezek.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a letter holds a file in Base64 (RFC 2045 §6.8), written exactly as an encoder writes it: in lines of one length, so
 * that the place alone is enough to have the file again. A file encoded in any other way is no copy.
 *
 * @param at the first byte of the encoded file in the letter
 * @param length how many bytes it takes there, line ends included
 */
record EncodedCopy(int at, int length) {

    /** Smaller files are not worth a search. */
    private static final int SMALLEST = 2048;
    /** Of the file, encoded to sixty letters: no mail program writes shorter lines. */
    private static final int BEGINNING = 45;

    /** Pictures of one program begin alike; more of them than so many are not compared with a file. */
    private static final int MOST_PLACES = 16;

    private static final int LONGEST_LINE_END_AND_REST = 80;

    /** The first exact copy of the file in the letter, if there is one. */
    static Optional<EncodedCopy> find(byte[] letter, byte[] file) {
        if (file.length < SMALLEST || letter.length < file.length) {
            return Optional.empty();
        }
        String beginning =
                new String(Base64.getEncoder().encode(Arrays.copyOf(file, BEGINNING)), StandardCharsets.US_ASCII);
        String text = new String(letter, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(beginning);
        for (int places = 0; at >= 0 && places < MOST_PLACES; places++) {
            byte[] encoded = encoderOfLinesLike(letter, at).encode(file);
            int end = at + encoded.length;
            if (end <= letter.length && Arrays.equals(letter, at, end, encoded, 0, encoded.length)) {
                return Optional.of(new EncodedCopy(at, encoded.length));
            }
            at = text.indexOf(beginning, at + 1);
        }
        return Optional.empty();
    }

    private static Base64.Encoder encoderOfLinesLike(byte[] letter, int at) {
        int end = at;
        while (end < letter.length && letter[end] != '\r' && letter[end] != '\n') {
            end++;
        }
        boolean two = end + 1 < letter.length && letter[end] == '\r' && letter[end + 1] == '\n';
        byte[] lineEnd = Arrays.copyOfRange(letter, end, Math.min(letter.length, two ? end + 2 : end + 1));
        return Base64.getMimeEncoder(end - at, lineEnd);
    }

    /** How much of a copy holds so many bytes of the file at least. */
    static int enoughFor(int bytes) {
        return bytes / 2 * 3 + LONGEST_LINE_END_AND_REST;
    }

    /** The file of a whole copy, or its beginning of a copy that is cut off; nothing when these bytes are no such copy. */
    static Optional<byte[]> decode(byte[] encoded, boolean cutOff) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(cutOff ? wholeGroups(encoded) : encoded));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Lines hold whole groups of four letters, and so does what stands before the last line end. */
    private static byte[] wholeGroups(byte[] encoded) {
        int end = encoded.length;
        while (end > 0 && encoded[end - 1] != '\n' && encoded[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(encoded, end > 0 ? end : encoded.length / 4 * 4);
    }
}
