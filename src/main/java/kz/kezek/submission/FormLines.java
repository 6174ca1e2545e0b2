package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/** Cuts a letter into lines: quote signs, numbers and bullets taken off, lines that hold several numbered items divided at the numbers. */
final class FormLines {

    /** Lines past these are not the form: a log pasted whole, a chain of old letters. */
    private static final int MOST_LINES = 3000;

    private static final int LONGEST_TEXT = 200_000;
    private static final String BULLETS = "-•·*▪●◦○■□–➢►✓✔";

    private FormLines() {}

    static List<FormLine> of(String clean) {
        List<FormLine> lines = new ArrayList<>();
        String text = clean.substring(0, Math.min(clean.length(), LONGEST_TEXT));
        for (String raw : text.split("\n", MOST_LINES)) {
            int end = raw.indexOf('\n');
            add(lines, end < 0 ? raw : raw.substring(0, end));
        }
        return joinLoneMarkers(lines);
    }

    private static void add(List<FormLine> lines, String raw) {
        int start = 0;
        boolean quoted = false;
        while (start < raw.length()
                && (raw.charAt(start) == '>'
                        || Character.isWhitespace(raw.charAt(start))
                        || raw.charAt(start) == '|')) {
            quoted |= raw.charAt(start) == '>';
            start++;
        }
        String content = raw.substring(start).stripTrailing();
        List<Integer> cuts = InlineNumbers.in(Folding.fold(content));
        int from = 0;
        for (int cut : cuts) {
            lines.add(line(quoted, withoutPoint(content.substring(from, cut)), from > 0));
            from = cut;
        }
        lines.add(line(quoted, content.substring(from), from > 0));
    }

    private static String withoutPoint(String part) {
        String stripped = part.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static FormLine line(boolean quoted, String content, boolean inline) {
        String stripped = content.strip();
        boolean bulleted = false;
        int start = skipBullets(stripped);
        if (start > 0) {
            bulleted = true;
            stripped = stripped.substring(start).strip();
        }
        Marker marker = Marker.at(Folding.fold(stripped));
        String rest = stripped.substring(marker.end()).strip();
        int inner = marker.text().isEmpty() ? 0 : skipBullets(rest);
        rest = rest.substring(inner).strip();
        return new FormLine(quoted, marker.text(), bulleted || inner > 0, rest, Folding.fold(rest), inline);
    }

    private static int skipBullets(String line) {
        int i = 0;
        while (i < line.length() && BULLETS.indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        boolean letter = i == 0 && line.length() > 2 && Character.isLetter(line.charAt(0)) && line.charAt(1) == ')';
        boolean onlyBullets = i == line.length();
        return letter ? 2 : onlyBullets ? 0 : i;
    }

    // A table turned into text leaves the number of a row on a line of its own.
    private static List<FormLine> joinLoneMarkers(List<FormLine> lines) {
        List<FormLine> joined = new ArrayList<>();
        String waiting = "";
        for (FormLine line : lines) {
            boolean lone = line.number() > 0 && line.text().isEmpty();
            if (!waiting.isEmpty() && !line.isBlank()) {
                joined.add(line.marker().isEmpty() ? line.withMarker(waiting) : line);
                waiting = "";
                continue;
            }
            if (lone) {
                waiting = line.marker();
            } else {
                joined.add(line);
            }
        }
        return joined;
    }
}
