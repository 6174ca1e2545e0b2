package kz.kezek.submission;

import java.util.Locale;

/** The code of the service as people type it: Cyrillic, Latin look-alikes, lower case, with points, spelt in Latin. */
final class ServiceCode {

    private static final int LONGEST = 6;
    private static final String LATIN_TWINS = "CKSK";

    private ServiceCode() {}

    /** Whether the part between two slashes is a code at all, ours or another: a few letters. */
    static boolean isCode(String part) {
        String stripped = part.strip();
        return !stripped.isEmpty()
                && stripped.length() <= LONGEST
                && stripped.chars().allMatch(c -> Character.isLetter(c) || c == '.' || c == ' ')
                && (isOurs(stripped) || stripped.equals(stripped.toUpperCase(Locale.ROOT)) && stripped.length() <= 4);
    }

    static boolean isOurs(String part) {
        StringBuilder letters = new StringBuilder();
        for (char c : part.toUpperCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetter(c)) {
                letters.append(c == 'C' || c == 'S' ? 'С' : c == 'K' || c == 'Қ' ? 'К' : c);
            } else if ("./\\ \"«»()".indexOf(c) < 0) {
                return false;
            }
        }
        return SubmissionReader.SERVICE_CODE.contentEquals(letters);
    }

    /** Where our code ends when it begins at the given place of the text, dividers before it allowed; 0 when it does not. */
    static int endOfOurs(String text, int from) {
        int start = from;
        while (start < text.length() && " /\\|-–—:;,".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '.' && end - start < LONGEST)) {
            end++;
        }
        return end > start && isOurs(text.substring(start, end)) ? end : 0;
    }

    static boolean hasLatin(String code) {
        return code.toUpperCase(Locale.ROOT).chars().anyMatch(c -> LATIN_TWINS.indexOf(c) >= 0 && c < 128);
    }

    static boolean hasLowercase(String code) {
        return !code.equals(code.toUpperCase(Locale.ROOT));
    }
}
