package kz.kezek.drawing;

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
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.applicant.Language;

/**
 * The texts of one group of pages in one language, from {@code messages/GROUP_{ru,kk,en}.properties}: ICU message patterns
 * with plurals. A key that is not there is a bug and says its name.
 */
public class Phrases {

    private final String group;
    private final Language language;
    private final Properties patterns;

    /** Reads the texts of a group; fails when there are none. */
    protected Phrases(String group, Language language) {
        this.group = group;
        this.language = language;
        this.patterns = read("/messages/" + group + "_" + language.tag() + ".properties");
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

    /** Every key, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(patterns.stringPropertyNames());
    }

    /** The pattern of a key as it stands in the file. */
    public String pattern(String key) {
        var pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "no text " + key + " in " + group + "_" + language.tag() + ".properties");
        }
        return pattern;
    }

    private static String escaped(String text) {
        var output = new StringOutput();
        Escape.htmlContent(text, output);
        return output.toString();
    }

    private static Properties read(String resource) {
        try (var bytes = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            var patterns = new Properties();
            patterns.load(reader);
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
