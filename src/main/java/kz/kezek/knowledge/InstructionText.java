package kz.kezek.knowledge;

import java.util.List;

/**
 * An instruction in one language.
 *
 * @param title what it helps with, in the words of people who meet it
 * @param steps what to do, one after another; none is empty
 */
public record InstructionText(String title, List<String> steps) {

    public InstructionText {
        title = title.strip();
        steps = steps.stream()
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
    }

    /** The steps as they are written down: one a line. */
    public String lines() {
        return String.join("\n", steps);
    }

    /** Reads what {@link #lines()} writes. */
    public static InstructionText of(String title, String lines) {
        return new InstructionText(title, lines.lines().toList());
    }

    /** Whether there is anything to read. */
    public boolean isComplete() {
        return !title.isEmpty() && !steps.isEmpty();
    }
}
