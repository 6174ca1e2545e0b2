package kz.kezek.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;

/**
 * Whether a text can be published: its parts and variables are those that letters know, what must be said is said, and every
 * sample letter can be written with it. Pure.
 */
final class TextCheck {

    static final int LONGEST = 20_000;
    private static final int HEAVIEST_HTML = 12 * 1024;
    private static final List<String> NEEDED_PARTS = List.of("subject", "preheader", "brief", "title");
    private static final Set<String> WITHOUT_TRANSLATION = Set.of("ticketNumber", "keyAttachment");

    private final LetterComposer composer;
    private final LetterSamples samples;
    private final Desk desk;

    private TextCheck(LetterComposer composer, LetterSamples samples, Desk desk) {
        this.composer = composer;
        this.samples = samples;
        this.desk = desk;
    }

    static TextCheck of(Desk desk, LetterSamples samples) {
        return new TextCheck(LetterGallery.composer(desk), samples, desk);
    }

    /** Every fault of the text, in the order of its lines; none when letters can be written with it. */
    List<TextFault> faults(LetterTextId id, String text, LetterTemplates others) {
        if (text.length() > LONGEST) {
            return List.of(new TextFault(TextFault.Kind.TOO_LONG, 1, Integer.toString(LONGEST)));
        }
        List<TextFault> faults = new ArrayList<>();
        TextParts parts = TextParts.of(text, LetterTemplates.parts(id), faults);
        missing(id, parts, faults);
        OfferedVariables offered = OfferedVariables.to(id, samples, desk);
        Map<String, List<TextParts.Part>> uses = new HashMap<>();
        for (TextParts.Part part : parts.parts()) {
            TextTags tags = TextTags.of(part, offered);
            faults.addAll(tags.faults());
            tags.names()
                    .forEach(name -> uses.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(part));
            brief(part, tags, faults);
        }
        needed(id, uses, parts, faults);
        if (faults.isEmpty()) {
            written(id, others.with(id, text), parts, faults);
        }
        return faults.stream().sorted(Comparator.comparingInt(TextFault::line)).toList();
    }

    private static void missing(LetterTextId id, TextParts parts, List<TextFault> faults) {
        Collection<String> needed = id.kind().isPresent() ? NEEDED_PARTS : LetterTemplates.parts(id);
        needed.stream()
                .filter(name ->
                        parts.first(name).filter(part -> !part.text().isBlank()).isEmpty())
                .map(name -> new TextFault(
                        TextFault.Kind.MISSING_PART,
                        parts.first(name).map(TextParts.Part::line).orElse(1),
                        name))
                .forEach(faults::add);
    }

    private static void brief(TextParts.Part part, TextTags tags, List<TextFault> faults) {
        if (part.name().equals("brief")) {
            tags.names().stream()
                    .filter(name -> !WITHOUT_TRANSLATION.contains(name))
                    .map(name -> new TextFault(TextFault.Kind.NOT_IN_BRIEF, part.line(), name))
                    .forEach(faults::add);
        }
    }

    private void needed(
            LetterTextId id, Map<String, List<TextParts.Part>> uses, TextParts parts, List<TextFault> faults) {
        NeededVariables.in(id.kind()).stream()
                .filter(name -> !uses.containsKey(name))
                .map(name -> new TextFault(TextFault.Kind.VARIABLE_NEEDED, 1, name))
                .forEach(faults::add);
        boolean aboutATicket = id.kind().isPresent()
                && samples.letter(id.samples().getFirst(), Language.RU).ticket().isPresent();
        boolean named = uses.getOrDefault("ticketNumber", List.of()).stream()
                .anyMatch(part -> part.name().equals("subject"));
        // Replies find their ticket by the number in the subject where a mail program drops the headers.
        if (aboutATicket && !named) {
            int line = parts.first("subject").map(TextParts.Part::line).orElse(1);
            faults.add(new TextFault(TextFault.Kind.VARIABLE_NEEDED, line, "ticketNumber"));
        }
    }

    private void written(LetterTextId id, LetterTemplates texts, TextParts parts, List<TextFault> faults) {
        LetterComposer trying = composer.using(texts);
        for (LetterSample sample : id.samples()) {
            try {
                int bytes = Stream.of(trying.compose(samples.letter(sample, id.language()), samples.envelope()))
                        .mapToInt(letter -> letter.html().getBytes(StandardCharsets.UTF_8).length)
                        .sum();
                if (bytes > HEAVIEST_HTML) {
                    faults.add(new TextFault(TextFault.Kind.TOO_HEAVY, 1, Integer.toString(bytes)));
                    return;
                }
            } catch (NumberFormatException noNumber) {
                int line = parts.first("bar").map(TextParts.Part::line).orElse(1);
                faults.add(new TextFault(TextFault.Kind.BAR_IS_NO_NUMBER, line, ""));
                return;
            }
        }
    }
}
