package kz.kezek.regulation;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import kz.kezek.calendar.Names;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A map of the file of the rules, read key by key; whatever is missing, of the wrong kind or not known is named by its path. */
final class YamlMap {

    private final String path;
    private final Map<?, ?> values;
    private final Set<String> read = new HashSet<>();

    private YamlMap(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static YamlMap parse(InputStream yaml, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Object root =
                    new Yaml(new SafeConstructor(options)).load(new InputStreamReader(yaml, StandardCharsets.UTF_8));
            if (root instanceof Map<?, ?> map) {
                return new YamlMap(name + ": ", map);
            }
        } catch (YAMLException e) {
            String message =
                    String.valueOf(e.getMessage()).lines().map(String::strip).reduce("", (a, b) -> a + " " + b);
            throw new RegulationException(name + " is not valid YAML:" + message);
        }
        throw new RegulationException(name + " must be a map of keys");
    }

    private String at(String key) {
        return path.endsWith(" ") ? path + key : path + "." + key;
    }

    RegulationException wrong(String key, String what) {
        return new RegulationException(at(key) + " " + what);
    }

    private Object value(String key) {
        read.add(key);
        Object value = values.get(key);
        if (value == null) {
            throw wrong(key, "is missing");
        }
        return value;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        Object value = value(key);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(key, "must be text, not " + value);
    }

    /** On and off are truth values to YAML 1.1, and words to the rules. */
    String word(String key) {
        return value(key) instanceof Boolean on ? (on ? "on" : "off") : text(key);
    }

    int whole(String key, int least) {
        return whole(key, value(key), least);
    }

    private int whole(String key, Object value, int least) {
        if (value instanceof Integer number && number >= least) {
            return number;
        }
        throw wrong(key, "must be a whole number from " + least + ", not " + value);
    }

    LocalDate date(String key) {
        return converted(key, "must be a date like \"2026-01-31\"", LocalDate::parse);
    }

    <T> T converted(String key, String what, Function<String, T> conversion) {
        String text = text(key);
        try {
            return conversion.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(key, what + ", not " + text);
        }
    }

    Names names(String key) {
        YamlMap map = map(key);
        Names names = new Names(map.text("ru"), map.text("kk"), map.text("en"));
        map.expectAllRead();
        return names;
    }

    YamlMap map(String key) {
        return map(key, value(key));
    }

    private YamlMap map(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlMap(at(key), map);
        }
        throw wrong(key, "must be a map of keys, not " + value);
    }

    List<YamlMap> maps(String key) {
        return elements(key, this::map);
    }

    List<Integer> wholes(String key, int least) {
        return elements(key, (name, value) -> whole(name, value, least));
    }

    List<String> texts(String key) {
        return elements(key, (name, value) -> {
            if (value instanceof String text) {
                return text;
            }
            throw wrong(name, "must be text, not " + value);
        });
    }

    private <T> List<T> elements(String key, BiFunction<String, Object, T> element) {
        Object value = value(key);
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw wrong(key, "must be a list, not " + value);
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            elements.add(element.apply(key + "[" + i + "]", list.get(i)));
        }
        return elements;
    }

    void expectAllRead() {
        for (Object key : values.keySet()) {
            if (!read.contains(String.valueOf(key))) {
                throw wrong(String.valueOf(key), "is not known");
            }
        }
    }
}
