package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/** Cuts free text into sentences and clauses, in one pass; what stands in quotes is never cut. */
final class Sentences {

    private Sentences() {}

    static List<String> of(String text) {
        return cut(text, ".!?\n");
    }

    static List<String> clauses(String sentence) {
        return cut(sentence, ",;:");
    }

    private static List<String> cut(String text, String enders) {
        List<String> parts = new ArrayList<>();
        boolean inQuotes = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inQuotes = c == '«' || c == '“' || c == '„' || c == '"' && !inQuotes || inQuotes && "»”\"\n".indexOf(c) < 0;
            if (!inQuotes && enders.indexOf(c) >= 0 && !isInsideWord(text, i)) {
                add(parts, text.substring(start, i));
                start = i + 1;
            }
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static boolean isInsideWord(String text, int at) {
        return text.charAt(at) != '\n'
                && at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }
}
