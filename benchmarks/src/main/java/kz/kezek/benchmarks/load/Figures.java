package kz.kezek.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run measured, by name, in the order it is told. */
final class Figures {

    private final Map<String, Number> all = new LinkedHashMap<>();

    Figures with(String name, Number value) {
        all.put(name, value);
        return this;
    }

    /** One JSON object on one line. */
    String json(String bench) {
        return all.entrySet().stream()
                .map(each -> "\"%s\":%s".formatted(each.getKey(), number(each.getValue())))
                .collect(Collectors.joining(",", "{\"bench\":\"" + bench + "\",", "}"));
    }

    private static String number(Number value) {
        return value instanceof Double real ? String.format(Locale.ROOT, "%.3f", real) : value.toString();
    }
}
