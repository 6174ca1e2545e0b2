package kz.kezek.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of phrases out of a resource file with headings in brackets; looked for as plain text in lower-case text. */
record Phrases(Map<String, List<String>> byHeading) {

    static Phrases of(String resource) {
        Map<String, List<String>> byHeading = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Charsets.lines(resource)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = new ArrayList<>();
                byHeading.put(line.substring(1, line.length() - 1), current);
            } else {
                current.add(line);
            }
        }
        return new Phrases(byHeading);
    }

    List<String> under(String heading) {
        return byHeading.getOrDefault(heading, List.of());
    }

    boolean anyIn(String heading, String lower) {
        for (String phrase : under(heading)) {
            if (lower.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    boolean anyStarts(String heading, String lower) {
        for (String phrase : under(heading)) {
            if (lower.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** The first place in the text where any phrase stands, or its length. */
    int firstIn(String heading, String lower) {
        int first = lower.length();
        for (String phrase : under(heading)) {
            int at = lower.indexOf(phrase);
            first = at >= 0 ? Math.min(first, at) : first;
        }
        return first;
    }
}
