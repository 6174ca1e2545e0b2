package kz.kezek.operations;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import kz.kezek.applicant.Language;

/** What an alarm says, in one language, from {@code operations/alarms_{ru,kk,en}.properties}. */
public final class AlarmWords {

    private final Language language;
    private final Properties patterns = new Properties();

    private AlarmWords(Language language) {
        this.language = language;
        String resource = "/operations/alarms_" + language.tag() + ".properties";
        try (var bytes = Objects.requireNonNull(AlarmWords.class.getResourceAsStream(resource), resource);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            patterns.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The words in this language. */
    public static AlarmWords in(Language language) {
        return new AlarmWords(language);
    }

    /** One sentence, without a full stop. */
    public String sentence(Alarm alarm) {
        return text(alarm.kind().key(), alarm);
    }

    /** What to do about it, one sentence. */
    public String advice(Alarm alarm) {
        return text(alarm.kind().key() + ".advice", alarm);
    }

    private String text(String key, Alarm alarm) {
        String pattern = Objects.requireNonNull(patterns.getProperty(key), key);
        return new MessageFormat(pattern, language.locale()).format(new Object[] {alarm.subject(), alarm.amount()});
    }
}
