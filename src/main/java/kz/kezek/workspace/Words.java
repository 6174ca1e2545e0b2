package kz.kezek.workspace;

import com.ibm.icu.text.MessageFormat;
import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.applicant.Language;

/**
 * The texts of the agents' pages in one language, from {@code messages/workspace_{ru,kk,en}.properties}: ICU message
 * patterns with plurals. A key that is not there is a bug and says its name.
 */
public final class Words {

    private static final Map<Language, Words> ALL = readAll();

    private final Language language;
    private final Properties patterns;

    private Words(Language language, Properties patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /** The texts in this language. */
    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The language these texts are in. */
    public Language language() {
        return language;
    }

    /** The text of a key with its arguments in place. */
    public String text(String key, Object... arguments) {
        var pattern = pattern(key);
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** The text of a key whose pattern has markup of its own ({@code <b>}); the arguments are escaped. */
    public Content rich(String key, Object... arguments) {
        var safe = Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? escaped(text) : argument)
                .toArray();
        var html = text(key, safe);
        return output -> output.writeContent(html);
    }

    /** Every key of this language, sorted. */
    Set<String> keys() {
        return new TreeSet<>(patterns.stringPropertyNames());
    }

    String pattern(String key) {
        var pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in workspace_" + language.tag() + ".properties");
        }
        return pattern;
    }

    private static String escaped(String text) {
        var output = new StringOutput();
        Escape.htmlContent(text, output);
        return output.toString();
    }

    private static Map<Language, Words> readAll() {
        var all = new EnumMap<Language, Words>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Words(language, read("/messages/workspace_" + language.tag() + ".properties")));
        }
        return all;
    }

    private static Properties read(String resource) {
        try (var bytes = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            var patterns = new Properties();
            patterns.load(reader);
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
