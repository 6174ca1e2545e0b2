package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/**
 * A number written in a text where an ИИН or БИН may stand: possibly in groups, possibly with letters for digits (О for 0).
 *
 * @param quotation as written
 * @param digits the digits meant
 * @param start where it begins in the text
 * @param end where it ends
 * @param grouped whether spaces, dashes or points stand inside
 * @param lettered whether a letter stands for a digit
 */
record NumberInText(String quotation, String digits, int start, int end, boolean grouped, boolean lettered) {

    private static final int SHORTEST = 9;
    private static final int TWELVE = 12;
    private static final String LETTERS = "oоззliбb";
    private static final String MEANT = "003311 8";

    /** The numbers of nine digits and more in this folded text, telephones left out. A whole number of twelve is not joined to others. */
    static List<NumberInText> in(String text, String folded) {
        List<NumberInText> groups = groups(text, folded);
        List<NumberInText> numbers = new ArrayList<>();
        int i = 0;
        while (i < groups.size()) {
            int last = chain(groups, i, folded);
            NumberInText joined = join(groups.subList(i, last + 1), text);
            if (joined.digits.length() >= SHORTEST && !isTelephone(joined, folded)) {
                numbers.add(joined);
            }
            i = last + 1;
        }
        return numbers;
    }

    boolean isTwelve() {
        return digits.length() == TWELVE;
    }

    private static List<NumberInText> groups(String text, String folded) {
        List<NumberInText> groups = new ArrayList<>();
        int i = 0;
        while (i < folded.length()) {
            if (digitMeant(folded.charAt(i)) < 0) {
                i++;
                continue;
            }
            int end = i;
            int figures = 0;
            StringBuilder digits = new StringBuilder();
            while (end < folded.length() && digitMeant(folded.charAt(end)) >= 0) {
                figures += isDigit(folded.charAt(end)) ? 1 : 0;
                digits.append((char) ('0' + digitMeant(folded.charAt(end))));
                end++;
            }
            boolean whole = figures == TWELVE && end - i == TWELVE;
            boolean alone = (i == 0 || !Character.isLetterOrDigit(folded.charAt(i - 1)))
                    && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)));
            if ((alone || whole) && figures > 0 && figures * 2 >= digits.length()) {
                groups.add(new NumberInText(
                        text.substring(i, end), digits.toString(), i, end, false, figures < digits.length()));
            }
            i = end + 1;
        }
        return groups;
    }

    /** The last of the groups that make one number with the group at the given place. */
    private static int chain(List<NumberInText> groups, int first, String folded) {
        if (groups.get(first).digits.length() >= SHORTEST) {
            return first;
        }
        int length = groups.get(first).digits.length();
        int last = first;
        while (last + 1 < groups.size() && length < TWELVE) {
            NumberInText next = groups.get(last + 1);
            boolean joined =
                    next.start - groups.get(last).end == 1 && " -.".indexOf(folded.charAt(next.start - 1)) >= 0;
            if (!joined || next.digits.length() >= SHORTEST || length + next.digits.length() > TWELVE) {
                break;
            }
            length += next.digits.length();
            last++;
        }
        return length >= SHORTEST ? last : first;
    }

    private static NumberInText join(List<NumberInText> groups, String text) {
        if (groups.size() == 1) {
            return groups.getFirst();
        }
        StringBuilder digits = new StringBuilder();
        boolean lettered = false;
        for (NumberInText group : groups) {
            digits.append(group.digits);
            lettered |= group.lettered;
        }
        int start = groups.getFirst().start;
        int end = groups.getLast().end;
        return new NumberInText(text.substring(start, end), digits.toString(), start, end, true, lettered);
    }

    private static boolean isTelephone(NumberInText number, String folded) {
        boolean plus = number.start > 0 && "+(".indexOf(folded.charAt(number.start - 1)) >= 0;
        boolean national = number.grouped
                && number.digits.length() == 11
                && (number.digits.startsWith("87") || number.digits.startsWith("77"));
        return plus || national;
    }

    private static int digitMeant(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int letter = Character.isLetter(c) ? LETTERS.indexOf(c) : -1;
        return letter < 0 || MEANT.charAt(letter) == ' ' ? -1 : MEANT.charAt(letter) - '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
