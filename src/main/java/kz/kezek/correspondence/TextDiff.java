package kz.kezek.correspondence;

import java.util.ArrayList;
import java.util.List;

/** How one text became another, line by line: the longest common lines stay, the others went or came. Pure. */
public final class TextDiff {

    private TextDiff() {}

    /** What became of a line. */
    public enum Change {
        STAYED,
        REMOVED,
        ADDED
    }

    /** One line of either text. */
    public record Line(Change change, String text) {}

    /** Every line of both, in order. */
    public static List<Line> between(String before, String after) {
        List<String> old = before.strip().lines().toList();
        List<String> fresh = after.strip().lines().toList();
        int[][] common = common(old, fresh);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                lines.add(new Line(Change.STAYED, old.get(i++)));
                j++;
            } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Change.ADDED, fresh.get(j++)));
            }
        }
        return List.copyOf(lines);
    }

    /** How many lines the rests of both texts, from a line of each, have in common. */
    private static int[][] common(List<String> old, List<String> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
