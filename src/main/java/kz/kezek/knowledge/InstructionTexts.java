package kz.kezek.knowledge;

import java.util.stream.Stream;
import kz.kezek.applicant.Language;

/** An instruction in the three languages of the desk. */
public record InstructionTexts(InstructionText ru, InstructionText kk, InstructionText en) {

    /** The text for a reader of this language. */
    public InstructionText in(Language language) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }

    /** Whether a reader of any language finds something. */
    public boolean areComplete() {
        return Stream.of(ru, kk, en).allMatch(InstructionText::isComplete);
    }
}
