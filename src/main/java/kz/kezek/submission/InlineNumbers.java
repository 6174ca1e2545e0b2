package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of items written one after another in a single line: {@code 1) RSA256; 2) Firefox 146; 3) Java нет}. */
final class InlineNumbers {

    private static final int FEWEST = 3;
    private static final int LAST = 9;

    private InlineNumbers() {}

    /** The places where items begin after the first, or none when the line holds no such sequence. */
    static List<Integer> in(String folded) {
        List<Integer> brackets = sequence(folded, ')');
        List<Integer> places = brackets.size() >= FEWEST ? brackets : sequence(folded, '.');
        if (places.size() < FEWEST) {
            return List.of();
        }
        return places.getFirst() == 0 ? places.subList(1, places.size()) : places;
    }

    private static List<Integer> sequence(String folded, char closer) {
        List<Integer> places = new ArrayList<>();
        int next = 1;
        for (int i = 0; i + 1 < folded.length(); i++) {
            boolean begins = i == 0 || " ;,.\t|".indexOf(folded.charAt(i - 1)) >= 0;
            if (next <= LAST && begins && folded.charAt(i) == '0' + next && closes(folded, i + 1, closer)) {
                places.add(i);
                next++;
            }
        }
        return places;
    }

    private static boolean closes(String folded, int at, char closer) {
        boolean bracket = closer == ')';
        boolean spaceAfter = at + 1 < folded.length() && folded.charAt(at + 1) == ' ';
        return folded.charAt(at) == closer && (bracket || spaceAfter);
    }
}
