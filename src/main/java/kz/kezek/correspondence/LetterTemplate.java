package kz.kezek.correspondence;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The text of one letter in one language: parts under {@code == name}, in the order they are read, each a mustache template. A
 * variable nobody gives is an error, so that no letter goes out with a hole in it.
 */
final class LetterTemplate {

    static final String PART = "== ";
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private final String file;
    private final List<Part> parts;

    private LetterTemplate(String file, List<Part> parts) {
        this.file = file;
        this.parts = parts;
    }

    /** One rendered or compiled piece of a letter, by its name in the file. */
    record Rendered(String name, String text) {}

    private record Part(String name, Template template) {}

    /** Compiles a text; fails, naming it, when it has a part that letters do not know. */
    static LetterTemplate of(String file, String text, Collection<String> knownParts) {
        List<Part> parts = new ArrayList<>();
        for (String section : ("\n" + text).split("\n" + PART, -1)) {
            if (section.isBlank()) {
                continue;
            }
            String name = section.lines().findFirst().orElse("").strip();
            if (!knownParts.contains(name)) {
                throw new IllegalStateException(file + " has an unknown part: " + name);
            }
            String body = section.substring(section.indexOf('\n') + 1).strip();
            parts.add(new Part(name, compile(file, body)));
        }
        return new LetterTemplate(file, List.copyOf(parts));
    }

    private static Template compile(String file, String body) {
        try {
            return MUSTACHE.compile(body);
        } catch (MustacheException faulty) {
            throw new IllegalStateException(file + " is faulty: " + faulty.getMessage(), faulty);
        }
    }

    /** All parts that are not empty with these values, in the file's order. */
    List<Rendered> render(Map<String, Object> values) {
        return parts.stream()
                .map(part -> new Rendered(part.name(), text(part, values)))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }

    /** The first part of this name. */
    String render(String name, Map<String, Object> values) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> text(part, values))
                .orElseThrow(() -> new IllegalStateException(file + " has no part " + name));
    }

    private String text(Part part, Map<String, Object> values) {
        try {
            return part.template().execute(values).strip();
        } catch (MustacheException hole) {
            throw new IllegalStateException(file + ", part " + part.name() + ": " + hole.getMessage(), hole);
        }
    }
}
