package kz.kezek.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The parts of a text of a letter, each with the line it begins at; see {@link LetterTemplate}. */
record TextParts(List<Part> parts) {

    /**
     * One part.
     *
     * @param line the line of its name, from 1
     * @param text what stands below that line
     */
    record Part(String name, int line, String text) {}

    /** Takes a text apart; what belongs to no part, or to none that is known, goes to the faults. */
    static TextParts of(String text, Collection<String> known, List<TextFault> faults) {
        List<Part> parts = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String name = "";
        int begun = 0;
        int line = 0;
        for (String written : text.split("\n", -1)) {
            line++;
            if (written.startsWith(LetterTemplate.PART)) {
                add(parts, name, begun, body);
                name = written.substring(LetterTemplate.PART.length()).strip();
                begun = line;
                if (!known.contains(name)) {
                    faults.add(new TextFault(TextFault.Kind.UNKNOWN_PART, line, name));
                }
            } else if (begun == 0 && !written.isBlank()) {
                faults.add(new TextFault(TextFault.Kind.OUTSIDE_PARTS, line, ""));
            } else {
                body.append(written).append('\n');
            }
        }
        add(parts, name, begun, body);
        return new TextParts(List.copyOf(parts));
    }

    private static void add(List<Part> parts, String name, int begun, StringBuilder body) {
        if (begun > 0) {
            parts.add(new Part(name, begun, body.toString()));
        }
        body.setLength(0);
    }

    /** The first part of this name. */
    Optional<Part> first(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
