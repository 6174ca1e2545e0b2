package kz.kezek.correspondence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.applicant.Language;

/**
 * The variables that a text may use: those its letters give.
 *
 * @param names those given everywhere in it
 * @param within those given besides within a section over a list, by the list's name
 */
record OfferedVariables(Set<String> names, Map<String, Set<String>> within) {

    /** The element of a list of lines. */
    static final String ELEMENT = ".";

    /** What the letters of these samples give. */
    static OfferedVariables to(LetterTextId id, LetterSamples samples, Desk desk) {
        Set<String> names = new TreeSet<>();
        Map<String, Set<String>> within = new HashMap<>();
        if (id.kind().isEmpty()) {
            names.addAll(LetterValues.ofDesk(desk, "").keySet());
        }
        for (LetterSample sample : id.kind().isEmpty() ? List.<LetterSample>of() : id.samples()) {
            LetterContent content =
                    samples.letter(sample, Language.RU).versions().getFirst().content();
            LetterValues.of(content, Optional.empty(), desk).forEach((name, value) -> {
                names.add(name);
                if (value instanceof List<?> elements) {
                    Set<String> given = within.computeIfAbsent(name, list -> new HashSet<>());
                    elements.forEach(element -> given.addAll(namesOf(element)));
                }
            });
        }
        return new OfferedVariables(names, within);
    }

    private static Set<String> namesOf(Object element) {
        Set<String> names = new TreeSet<>();
        if (element instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> names.add(String.valueOf(name)));
        } else {
            names.add(ELEMENT);
        }
        return names;
    }
}
