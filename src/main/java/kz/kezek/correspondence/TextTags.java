package kz.kezek.correspondence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The variables and sections of one part of a text, and what is wrong with them. */
final class TextTags {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final TextParts.Part part;
    private final OfferedVariables offered;
    private final List<TextFault> faults = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private final Deque<Section> open = new ArrayDeque<>();

    private record Section(String name, int line) {}

    private TextTags(TextParts.Part part, OfferedVariables offered) {
        this.part = part;
        this.offered = offered;
    }

    static TextTags of(TextParts.Part part, OfferedVariables offered) {
        TextTags tags = new TextTags(part, offered);
        tags.scan();
        return tags;
    }

    List<TextFault> faults() {
        return faults;
    }

    /** Every variable and section named. */
    Set<String> names() {
        return names;
    }

    private void scan() {
        String text = part.text();
        int line = part.line() + 1;
        int counted = 0;
        for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at)) {
            line += lines(text, counted, at);
            counted = at;
            int end = text.indexOf(CLOSE, at);
            if (end < 0 || !isTag(text.substring(at + OPEN.length(), end))) {
                add(TextFault.Kind.UNFINISHED_VARIABLE, line, "");
                at += OPEN.length();
            } else {
                tag(text.substring(at + OPEN.length(), end), line);
                at = end + CLOSE.length();
            }
        }
        open.forEach(section -> add(TextFault.Kind.SECTION_NOT_ENDED, section.line(), section.name()));
    }

    private static boolean isTag(String inner) {
        return inner.indexOf('\n') < 0 && !inner.contains(OPEN);
    }

    private static int lines(String text, int from, int to) {
        return Math.toIntExact(
                text.substring(from, to).chars().filter(c -> c == '\n').count());
    }

    private void tag(String tag, int line) {
        String name = tag.isEmpty() ? "" : tag.substring(1).strip();
        switch (tag.isEmpty() ? ' ' : tag.charAt(0)) {
            case '#', '^' -> {
                use(name, line);
                open.push(new Section(name, line));
            }
            case '/' -> end(name, line);
            case '{', '&', '>', '!', '=', '}' -> add(TextFault.Kind.NOT_ALLOWED, line, tag);
            default -> use(tag.strip(), line);
        }
    }

    private void end(String name, int line) {
        if (!open.isEmpty() && open.peek().name().equals(name)) {
            open.pop();
        } else {
            add(TextFault.Kind.SECTION_NOT_BEGUN, line, name);
        }
    }

    private void use(String name, int line) {
        boolean known = offered.names().contains(name)
                || open.stream()
                        .anyMatch(section -> offered.within()
                                .getOrDefault(section.name(), Set.of())
                                .contains(name));
        if (known) {
            names.add(name);
        } else {
            add(TextFault.Kind.UNKNOWN_VARIABLE, line, name);
        }
    }

    private void add(TextFault.Kind kind, int line, String name) {
        faults.add(new TextFault(kind, line, name));
    }
}
