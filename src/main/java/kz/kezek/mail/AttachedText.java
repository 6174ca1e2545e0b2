package kz.kezek.mail;

import java.util.Arrays;
import java.util.Optional;

/** Whether bytes are a text, by what is in them and not by what they are called, and which. */
public final class AttachedText {

    /** Of a hundred characters so many may be what no text has. */
    private static final int FEW = 1;

    private AttachedText() {}

    /** The text that begins with these bytes, perhaps cut within a character; nothing when they are no text. */
    public static Optional<String> of(byte[] beginning) {
        byte[] bytes = Arrays.copyOf(beginning, wholeCharacters(beginning));
        if (bytes.length == 0 || Octets.contains(bytes, (byte) 0)) {
            return Optional.empty();
        }
        String text = TextDecoder.decode(bytes, "", Optional.empty()).text();
        long strange = text.chars().filter(AttachedText::isStrange).count();
        return strange * 100 > (long) FEW * text.length() ? Optional.empty() : Optional.of(text);
    }

    /** Where UTF-8 would be cut within its last character, that character is left out. */
    private static int wholeCharacters(byte[] bytes) {
        int at = bytes.length;
        while (at > 0 && bytes.length - at < 4 && (bytes[at - 1] & 0xC0) == 0x80) {
            at--;
        }
        boolean begun = at > 0 && (bytes[at - 1] & 0xC0) == 0xC0;
        return begun ? at - 1 : bytes.length;
    }

    private static boolean isStrange(int c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0xFFFD;
    }
}
