package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Header text from raw bytes (RFC 2047, RFC 6532, and what clients write instead). Encoded words of one charset side by side
 * are joined as bytes before decoding, since clients cut them within a letter; raw bytes above 0x7F are read as by
 * {@link TextDecoder} with the body's charset as neighbour. One decoder serves one letter and keeps its limit of words.
 */
final class HeaderDecoder {

    private final Optional<MailCharset> neighbour;
    private final Repairs repairs;
    private int wordsLeft;

    HeaderDecoder(Optional<MailCharset> neighbour, int words, Repairs repairs) {
        this.neighbour = neighbour;
        this.wordsLeft = words;
        this.repairs = repairs;
    }

    /** One encoded word within a "latin" text, one char a byte. */
    private record Word(String charset, byte[] bytes, int end) {}

    /** The text of a header value given as a "latin" string, one char a byte. */
    String decode(String latin, String field) {
        int first = latin.indexOf("=?");
        if (first < 0) {
            return Octets.isAscii(latin) ? plain(latin, field) : raw(latin, field);
        }
        Run run = new Run(field);
        int done = 0;
        int at = first;
        while (at >= 0) {
            Word word = wordAt(latin, at);
            if (word == null) {
                at = latin.indexOf("=?", at + 2);
                continue;
            }
            run.raw(latin.substring(done, at));
            run.word(word);
            done = word.end();
            at = latin.indexOf("=?", done);
        }
        return run.finish(latin.substring(done));
    }

    /** The text of bytes whose charset a parameter names (RFC 2231); an empty name means: guess. */
    String decodeBytes(byte[] bytes, String charset) {
        return TextDecoder.decode(bytes, charset, neighbour).text();
    }

    private String plain(String latin, String field) {
        return latin.indexOf('\u001B') < 0 ? CleanText.of(latin) : raw(latin, field);
    }

    private String raw(String latin, String field) {
        TextDecoder.Decoded decoded = TextDecoder.decode(Octets.ofLatin(latin), "", neighbour);
        if (decoded.guessed()) {
            repairs.add(field + ": raw " + decoded.charset().name().toLowerCase(Locale.ROOT));
        }
        return decoded.text();
    }

    private @Nullable Word wordAt(String latin, int at) {
        int mark = latin.indexOf('?', at + 2);
        if (mark < 0 || mark - at > 62 || mark + 2 >= latin.length() || latin.charAt(mark + 2) != '?') {
            return null;
        }
        char encoding = Character.toLowerCase(latin.charAt(mark + 1));
        if (encoding != 'b' && encoding != 'q') {
            return null;
        }
        if (wordsLeft-- <= 0) {
            repairs.add("encoded words beyond the limit left as they stand");
            return null;
        }
        String charset = withoutLanguage(latin.substring(at + 2, mark));
        int end = latin.indexOf("?=", mark + 3);
        int close = end < 0 ? endOfUnclosed(latin, mark + 3) : end;
        byte[] text = Octets.ofLatin(latin.substring(mark + 3, close));
        byte[] bytes = encoding == 'b'
                ? Base64Bytes.decode(text, 0, text.length)
                : QuotedPrintable.decodeWord(text, 0, text.length);
        return new Word(charset, bytes, end < 0 ? close : end + 2);
    }

    private static int endOfUnclosed(String latin, int from) {
        int i = from;
        while (i < latin.length() && latin.charAt(i) > ' ' && latin.charAt(i) != '"') {
            i++;
        }
        return i;
    }

    /** RFC 2231 §5: {@code charset*language}. */
    private static String withoutLanguage(String charset) {
        int star = charset.indexOf('*');
        return (star < 0 ? charset : charset.substring(0, star)).toLowerCase(Locale.ROOT);
    }

    /** Words of one charset collected as bytes, and the text so far. */
    private final class Run {
        private final String field;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private String charset = "";
        private boolean afterWord;

        Run(String field) {
            this.field = field;
        }

        /** What stands between two words; blanks alone only fold the line and are no text (RFC 2047 §6.2). */
        void raw(String latin) {
            if (afterWord && latin.isBlank()) {
                return;
            }
            flush();
            text.append(Octets.isAscii(latin) ? CleanText.of(latin) : HeaderDecoder.this.raw(latin, field));
            afterWord = false;
        }

        void word(Word word) {
            if (!word.charset().equals(charset)) {
                flush();
                charset = word.charset();
            }
            pending.writeBytes(word.bytes());
            afterWord = true;
        }

        private void flush() {
            if (pending.size() > 0) {
                if (Charsets.strange(charset)) {
                    repairs.add(field + ": unknown charset");
                }
                text.append(TextDecoder.decode(pending.toByteArray(), charset, neighbour)
                        .text());
                pending.reset();
            }
        }

        String finish(String latin) {
            if (!(afterWord && latin.isBlank())) {
                raw(latin);
            }
            flush();
            return text.toString();
        }
    }
}
