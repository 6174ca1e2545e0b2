package kz.kezek.mail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes the line by which mail clients introduce a quotation, "On … somebody wrote:", in the languages of
 * {@code quote-phrases.txt}, also when wrapped over several lines. Looks at a bounded number of characters and words only.
 */
final class Attribution {

    private static final Set<String> WROTE = new HashSet<>(QuotePhrases.under("wrote"));
    private static final Set<String> OPENS = new HashSet<>(QuotePhrases.under("opens"));
    private static final int MOST_LINES = 6;
    private static final int MOST_WORDS = 60;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 400;

    private Attribution() {}

    /** The number of lines the attribution takes that starts at this line, 0 if none starts here. */
    static int linesAt(String[] lines, int start) {
        String first = bare(lines[start]);
        if (first.length() < SHORTEST || first.length() > LONGEST || !opens(first)) {
            return 0;
        }
        StringBuilder joined = new StringBuilder(first);
        int most = strong(first) ? MOST_LINES : 1;
        for (int count = 1; count <= most; count++) {
            if (complete(joined.toString())) {
                return count;
            }
            if (start + count >= lines.length || !wrapped(lines, start + count)) {
                return 0;
            }
            joined.append(' ').append(bare(lines[start + count]));
            if (joined.length() > LONGEST) {
                return 0;
            }
        }
        return 0;
    }

    /** A blank line within an attribution is only an artefact of HTML: an address or the verb follows. */
    private static boolean wrapped(String[] lines, int next) {
        if (!bare(lines[next]).isEmpty()) {
            return true;
        }
        String after = next + 1 < lines.length ? bare(lines[next + 1]) : "";
        return after.startsWith("<") || endsWithVerb(after) && after.length() < 20;
    }

    /** It holds a date or somebody's address; a sentence like "On average …" does not. */
    private static boolean opens(String line) {
        return digits(line) >= 2
                || line.indexOf('@') > 0
                || line.indexOf('<') > 0
                || digits(line) == 1 && line.indexOf(',') > 0;
    }

    /** Only a line that begins like an attribution may go on in the next one: else the text above would be taken along. */
    private static boolean strong(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        String first = firstWord(lower);
        char begin = first.charAt(0);
        boolean date = Character.isDigit(begin) && first.indexOf('@') < 0 || begin > 0x2E00 && digits(line) >= 4;
        boolean weekday = first.length() <= 13 && (first.endsWith(",") || first.endsWith("."));
        boolean dayName = first.length() <= 4
                && lower.length() > first.length() + 1
                && Character.isDigit(lower.charAt(first.length() + 1));
        boolean opener = OPENS.contains(first) && digits(line) >= 1;
        return opener
                || (date || weekday || dayName) && digits(line) >= 3
                || line.indexOf('@') > 0 && verbInside(lower);
    }

    private static boolean complete(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean dated = clockOrDate(lower);
        boolean addressed = text.indexOf('@') > 0;
        boolean named = addressed || text.indexOf('<') > 0 || text.indexOf('"') >= 0;
        boolean colon = ends(lower, ':') || ends(lower, '：');
        if (!dated && !named) {
            return false;
        }
        if (endsWithVerb(lower)) {
            return colon || dated && addressed || ends(lower, '-');
        }
        if (colon && dated && (named || strong(text)) && verbInside(lower)) {
            return true;
        }
        return dateFirst(lower) && addressed && dated && (colon || ends(lower, '>'));
    }

    /** German, Dutch and the Scandinavian languages put the verb between date and name. */
    private static boolean verbInside(String lower) {
        int start = 0;
        int words = 0;
        while (start < lower.length() && words++ < MOST_WORDS) {
            int end = lower.indexOf(' ', start);
            int stop = end < 0 ? lower.length() : end;
            if (stop - start > 3 && WROTE.contains(lower.substring(start, stop))) {
                return true;
            }
            start = stop + 1;
        }
        return false;
    }

    /** Yandex and mail.ru write no verb: {@code 26.06.2014, 14:00, "Name" <a@b>:}; old Gmail not even a colon. */
    private static boolean dateFirst(String lower) {
        String first = firstWord(lower);
        boolean weekday = first.endsWith(",") && first.length() <= 13;
        boolean digit = Character.isDigit(first.charAt(0)) && first.indexOf('@') < 0;
        return digit || weekday && digits(lower.substring(0, Math.min(lower.length(), 40))) >= 4;
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static boolean clockOrDate(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
            if (between && (c == ':' || c == '.' || c == '/' || c == '-')) {
                return true;
            }
        }
        return digits(text) >= 4;
    }

    private static boolean endsWithVerb(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && (" :：-_*\u00A0".indexOf(lower.charAt(end - 1)) >= 0)) {
            end--;
        }
        int start = end;
        while (start > 0 && lower.charAt(start - 1) > ' ' && end - start < 20 && lower.charAt(start - 1) != '\u00A0') {
            start--;
        }
        String word = lower.substring(start, end);
        return WROTE.contains(word) || glued(word);
    }

    /** Chinese, Japanese and Korean put no blank before the verb. */
    private static boolean glued(String word) {
        for (int length = 1; length <= Math.min(6, word.length() - 1); length++) {
            char first = word.charAt(word.length() - length);
            if (first > 0x2E00 && WROTE.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String text, char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static String bare(String line) {
        return line.replace('\u00A0', ' ').replace("*", "").strip();
    }
}
