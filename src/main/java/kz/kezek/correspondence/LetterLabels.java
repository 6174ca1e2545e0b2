package kz.kezek.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import kz.kezek.applicant.Language;
import kz.kezek.submission.FactKind;

/** Names of what letters ask for: the five items of the form and the five questions of a Запрос, in three languages. */
public final class LetterLabels {

    private final Map<Language, Properties> labels = new EnumMap<>(Language.class);

    /** Loads the labels; fails when one is missing. */
    public LetterLabels() {
        for (Language language : Language.values()) {
            labels.put(language, load(language));
            for (int item = 1; item <= 5; item++) {
                formItem(language, item);
            }
            for (FactKind kind : FactKind.values()) {
                fact(language, kind);
            }
            doubtful(language);
            certificate(language);
            optional(language);
            for (Question question : Question.values()) {
                question(language, question);
            }
        }
    }

    /** What a Запрос may ask (R15–R19). */
    public enum Question {
        OCCURRED_AT,
        DESCRIPTION,
        SCREENSHOTS,
        OPERATING_SYSTEM,
        SERVICE_PACK
    }

    /** What item 1 to 5 of the prescribed form asks (R6–R10). */
    public String formItem(Language language, int item) {
        return label(language, "item." + item);
    }

    /** The name of one of the nine facts, such that an answer after it and a colon is read as that fact. */
    public String fact(Language language, FactKind kind) {
        return label(language, "fact." + kind);
    }

    /** Asks to check what was read from elsewhere than its place in the form. */
    String doubtful(Language language) {
        return label(language, "fact.doubtful");
    }

    /** Says that a fact was read from an attached certificate. */
    String certificate(Language language) {
        return label(language, "fact.certificate");
    }

    /** Says that what is not there need not be (A20). */
    String optional(Language language) {
        return label(language, "fact.optional");
    }

    /** The words for a question of a Запрос. */
    public String question(Language language, Question question) {
        return label(language, "question." + question);
    }

    private String label(Language language, String key) {
        Properties ofLanguage = labels.get(language);
        String label = ofLanguage == null ? null : ofLanguage.getProperty(key);
        if (label == null) {
            throw new IllegalArgumentException("No label " + key + " in " + language.tag());
        }
        return label;
    }

    private static Properties load(Language language) {
        Properties properties = new Properties();
        try (var reader = LetterResource.open("labels." + language.tag() + ".properties")) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }
}
