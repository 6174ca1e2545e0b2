package kz.kezek.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kz.kezek.applicant.Language;

/**
 * How well instructions fit what somebody wrote. A recognized problem outweighs any words; words fit by their beginnings,
 * because Russian and Kazakh change their ends; a word of the title counts more than one of a step.
 */
record InstructionSearch(List<String> words, Language language, List<String> recognized) {

    private static final int MOST_WORDS = 40;
    private static final int SHORTEST_WORD = 3;
    private static final int STEM = 5;
    private static final int IN_TITLE = 3;
    private static final int OF_PROBLEM = 1000;

    static InstructionSearch of(String text, Language language, List<String> recognized) {
        List<String> words = ProblemWords.of(text, MOST_WORDS).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .distinct()
                .toList();
        return new InstructionSearch(words, language, List.copyOf(recognized));
    }

    private record Scored(Instruction instruction, int score) {}

    /** Those that fit, the best first. */
    List<Instruction> in(List<Instruction> instructions) {
        return instructions.stream()
                .map(each -> new Scored(each, score(each)))
                .filter(each -> each.score > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .map(Scored::instruction)
                .toList();
    }

    private int score(Instruction instruction) {
        int place = instruction.problemId().map(recognized::indexOf).orElse(-1);
        int score = place < 0 ? 0 : OF_PROBLEM - place;
        InstructionText text = instruction.in(language);
        score += IN_TITLE * shared(text.title());
        score += shared(String.join(" ", text.steps()));
        return score;
    }

    private int shared(String text) {
        String folded =
                " " + String.join(" ", ProblemWords.of(text, Integer.MAX_VALUE)).toLowerCase(Locale.ROOT);
        return Math.toIntExact(
                words.stream().filter(word -> folded.contains(" " + word)).count());
    }
}
