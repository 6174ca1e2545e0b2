package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Passwords written beside a private key: what follows «пароль», "password", «құпиясөз», PIN in the text, found so that it can
 * be masked wherever the letter has it. A line of words without a digit and without a colon is no password.
 */
final class WrittenPasswords {

    private static final List<String> WORDS = List.of(
            "пароль",
            "пароля",
            "паролем",
            "пароли",
            "password",
            "passwd",
            "pass",
            "pwd",
            "parol",
            "пасс",
            "пин",
            "пин-код",
            "пинкод",
            "pin",
            "pin-code",
            "pincode",
            "құпиясөз",
            "құпиясөзі",
            "құпия",
            "пин-коды",
            "паролі");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;
    private static final int FARTHEST = 6;
    private static final int MOST = 20;
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-R"),
            StandardCharsets.UTF_16LE);

    private WrittenPasswords() {}

    /** The passwords in a text, each once. */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = words(text);
        for (int i = 0; i < words.size() && found.size() < MOST; i++) {
            if (names(words.get(i))) {
                value(words, i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The bytes with every standing occurrence of these passwords, in whatever charset, turned into asterisks. */
    static byte[] masked(byte[] bytes, Set<String> passwords) {
        byte[] masked = bytes;
        for (String password : passwords) {
            for (Charset charset : CHARSETS) {
                masked = masked(masked, password.getBytes(charset));
                masked = masked(masked, escaped(password).getBytes(charset));
            }
        }
        return masked;
    }

    private static byte[] masked(byte[] bytes, byte[] wanted) {
        int at = Octets.indexOf(bytes, wanted, 0);
        if (at < 0 || wanted.length < SHORTEST) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        while (at >= 0) {
            if (standsAlone(bytes, at, at + wanted.length)) {
                out.write(bytes, done, at - done);
                out.writeBytes(Octets.ofLatin("********"));
                done = at + wanted.length;
            }
            at = Octets.indexOf(bytes, wanted, at + wanted.length);
        }
        out.write(bytes, done, bytes.length - done);
        return done == 0 ? bytes : out.toByteArray();
    }

    /** A part of a longer word or number is something else. */
    private static boolean standsAlone(byte[] bytes, int from, int to) {
        return (from == 0 || !alphanumeric(bytes[from - 1])) && (to == bytes.length || !alphanumeric(bytes[to]));
    }

    private static boolean alphanumeric(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static String escaped(String password) {
        return password.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Words and the separators that tell a value: «:», «=», a dash on its own. A line end is a word of its own. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            for (String word : line.strip().split("[\\s\u00A0]+")) {
                split(word, words);
            }
            words.add("\n");
        }
        return words;
    }

    /** «пароль:Qwerty12» and «(пароль=1234)» are a word, a separator and a value. */
    private static void split(String word, List<String> words) {
        int sign = Math.max(word.indexOf(':'), word.indexOf('='));
        if (sign > 0 && names(word.substring(0, sign))) {
            words.add(word.substring(0, sign));
            words.add(":");
            if (sign + 1 < word.length()) {
                words.add(word.substring(sign + 1));
            }
        } else if (word.length() > 1 && (word.endsWith(":") || word.endsWith("="))) {
            words.add(word.substring(0, word.length() - 1));
            words.add(":");
        } else if (!word.isEmpty()) {
            words.add(word.equals("=") || word.equals("-") || word.equals("–") || word.equals("—") ? ":" : word);
        }
    }

    private static boolean names(String word) {
        return WORDS.contains(bare(word).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> value(List<String> words, int from) {
        boolean told = false;
        for (int i = from + 1; i < words.size() && i <= from + FARTHEST; i++) {
            String word = words.get(i);
            if (word.equals("\n") && !told) {
                break;
            }
            if (word.equals(":")) {
                told = true;
            } else if (!word.equals("\n")) {
                String value = unquoted(word);
                if (looksLikeOne(value, told)) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    /** The certification authority's passwords have digits and Latin letters: a Cyrillic word is no password. */
    private static boolean looksLikeOne(String value, boolean told) {
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean latin = value.chars().anyMatch(c -> c > ' ' && c < 0x7F);
        return (digit || told && latin) && value.length() >= SHORTEST && value.length() <= LONGEST && !names(value);
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetter(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to);
    }

    /** Without the quotation marks and the full stop around it; other signs belong to a password. */
    private static String unquoted(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && "\"'«“„(<".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "\"'»”“).,;>".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}
