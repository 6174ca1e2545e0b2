package kz.kezek.mail;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes to text, by the declared charset where it can be true, else by what the bytes show: strict UTF-8, the charset of the
 * rest of the letter, Cyrillic, ICU's detection, at last windows-1252. Old clients declare us-ascii or iso-8859-1 for
 * anything, and web forms declare windows-1251 for UTF-8.
 */
final class TextDecoder {

    private static final int SURE = 35;
    private static final int SAMPLE = 16_384;

    private TextDecoder() {}

    /**
     * Decoded text.
     *
     * @param text free of NUL and lone surrogates
     * @param charset by which it was read
     * @param guessed whether that is not what the letter declares
     */
    record Decoded(String text, MailCharset charset, boolean guessed) {
        static Decoded by(MailCharset charset, byte[] bytes, boolean guessed) {
            return new Decoded(CleanText.of(charset.decode(bytes)), charset, guessed);
        }
    }

    static Decoded decode(byte[] bytes, String label, Optional<MailCharset> neighbour) {
        Optional<MailCharset> declared = Charsets.labelled(label);
        if (Octets.isAscii(bytes)) {
            return sevenBit(bytes, declared);
        }
        if (declared.isEmpty()) {
            return guess(bytes, neighbour);
        }
        MailCharset charset = declared.get();
        Utf8Check utf8 = Utf8Check.of(bytes);
        if (charset.named("UTF-8")) {
            boolean mostly = utf8.sequences() >= utf8.malformed() * 2;
            return utf8.wellFormed() || mostly ? Decoded.by(charset, bytes, false) : guess(bytes, Optional.empty());
        }
        boolean western = charset.named("windows-1252") || charset.named("ISO-8859-15");
        if (utf8.wellFormed() && utf8.sequences() >= (western ? 1 : 3) && singleByte(charset)) {
            return Decoded.by(Charsets.UTF_8, bytes, true);
        }
        Optional<MailCharset> cyrillic = western ? CyrillicGuess.of(bytes) : Optional.empty();
        return cyrillic.map(found -> Decoded.by(found, bytes, true)).orElseGet(() -> Decoded.by(charset, bytes, false));
    }

    private static boolean singleByte(MailCharset charset) {
        String name = charset.name().toLowerCase(java.util.Locale.ROOT);
        return name.startsWith("windows-125")
                || name.startsWith("iso-8859")
                || name.startsWith("koi8")
                || name.startsWith("ibm");
    }

    private static Decoded sevenBit(byte[] bytes, Optional<MailCharset> declared) {
        if (declared.isPresent()) {
            return Decoded.by(declared.get(), bytes, false);
        }
        boolean japanese =
                Octets.latin(bytes, 0, Math.min(bytes.length, SAMPLE)).contains("\u001B$");
        return japanese
                ? Decoded.by(Charsets.labelled("iso-2022-jp").orElse(Charsets.UTF_8), bytes, true)
                : Decoded.by(Charsets.UTF_8, bytes, false);
    }

    private static Decoded guess(byte[] bytes, Optional<MailCharset> neighbour) {
        if (Utf8Check.of(bytes).wellFormed()) {
            return Decoded.by(Charsets.UTF_8, bytes, true);
        }
        if (neighbour.isPresent() && !neighbour.get().named("UTF-8")) {
            Decoded read = Decoded.by(neighbour.get(), bytes, true);
            if (read.text().indexOf('\uFFFD') < 0) {
                return read;
            }
        }
        return CyrillicGuess.of(bytes)
                .or(() -> icu(bytes))
                .map(charset -> Decoded.by(charset, bytes, true))
                .orElseGet(() -> Decoded.by(Charsets.WINDOWS_1252, bytes, true));
    }

    private static Optional<MailCharset> icu(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        CharsetMatch match = detector.detect();
        if (match == null || match.getConfidence() < SURE) {
            return Optional.empty();
        }
        return Charsets.labelled(match.getName());
    }
}
