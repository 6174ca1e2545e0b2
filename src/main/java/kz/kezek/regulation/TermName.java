package kz.kezek.regulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four terms of the regulation (R20–R23). */
public enum TermName {
    ACCEPTANCE("acceptance"),
    FIRST_ANSWER("firstAnswer"),
    ANSWER_AFTER_INFORMATION("answerAfterInformation"),
    APPLICANT_REPLY("applicantReply");

    private final String key;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    TermName(String key) {
        this.key = key;
    }

    /** The key in the file of the rules: {@code firstAnswer}. */
    String key() {
        return key;
    }

    /** The word of the command line: {@code first-answer}. */
    public String word() {
        return word;
    }

    public static Optional<TermName> ofWord(String word) {
        return Arrays.stream(values()).filter(term -> term.word.equals(word)).findFirst();
    }
}
