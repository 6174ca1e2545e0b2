package kz.kezek.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.kezek.knowledge.KnownProblem.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The known problems, from {@code knowledge/problems.json}, and their recognition in an applicant's words. Recognition is a scan for signs
 * over at most the first {@value #MOST_WORDS} words, so its time has a bound whatever the text.
 */
public final class KnownProblems {

    private static final int MOST_WORDS = 2000;

    private final List<Entry> entries;

    private KnownProblems(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The problems that come with the program. */
    public static KnownProblems bundled() {
        try (InputStream in =
                Objects.requireNonNull(KnownProblems.class.getResourceAsStream("/knowledge/problems.json"))) {
            List<Entry> entries = new ArrayList<>();
            JsonMapper.shared().readTree(in).forEach(node -> entries.add(entry(node)));
            return new KnownProblems(entries);
        } catch (IOException broken) {
            throw new UncheckedIOException("knowledge/problems.json", broken);
        }
    }

    /** All of them, in the order of the file. */
    public List<KnownProblem> all() {
        return entries.stream().map(Entry::problem).toList();
    }

    /** The problem of this id. */
    public Optional<KnownProblem> problem(String id) {
        return all().stream().filter(problem -> problem.id().equals(id)).findFirst();
    }

    /** The problems this text is likely about, the likeliest first: those with most signs; weak signs count only when there are no others. */
    public List<KnownProblem> recognize(String text) {
        List<String> words = ProblemWords.of(text, MOST_WORDS);
        Map<KnownProblem, Long> certain = new LinkedHashMap<>();
        List<KnownProblem> weak = new ArrayList<>();
        for (Entry entry : entries) {
            List<Sign> found =
                    entry.signs.stream().filter(sign -> sign.isIn(words)).toList();
            long strong = found.stream().filter(sign -> !sign.weak()).count();
            if (strong > 0) {
                certain.put(entry.problem, strong);
            } else if (!found.isEmpty()) {
                weak.add(entry.problem);
            }
        }
        return certain.isEmpty()
                ? weak
                : certain.entrySet().stream()
                        .sorted(Map.Entry.<KnownProblem, Long>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /**
     * What a ticket is about that others can be about too.
     *
     * @param told all that the applicant tells of it
     * @param error the text of the error alone; may be empty
     */
    public Optional<Trouble> trouble(String told, String error) {
        return recognize(told).stream().findFirst().map(Trouble::of).or(() -> Trouble.ofError(error));
    }

    private static Entry entry(JsonNode node) {
        KnownProblem problem = new KnownProblem(
                text(node, "id"),
                text(node, "category"),
                new Texts(text(node, "title_ru"), text(node, "title_kk"), text(node, "title_en")),
                new Texts(text(node, "advice_ru"), text(node, "advice_kk"), text(node, "advice_en")),
                text(node, "cause_ru"),
                texts(node.get("ask_for_ru")),
                texts(node.get("examples")));
        return new Entry(
                problem, texts(node.get("signs")).stream().map(Sign::of).toList());
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private record Entry(KnownProblem problem, List<Sign> signs) {}
}
