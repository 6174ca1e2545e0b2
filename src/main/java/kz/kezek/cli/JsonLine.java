package kz.kezek.cli;

import java.util.List;
import java.util.function.Consumer;

/** Writes one JSON object into a line (RFC 8259); text needs no other escapes than quotation mark, backslash and controls. */
final class JsonLine {

    private final StringBuilder out = new StringBuilder(512).append('{');
    private boolean first = true;

    JsonLine text(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    /** A text that is null in JSON when empty. */
    JsonLine textOrNull(String name, String value) {
        return value.isEmpty() ? raw(name, "null") : text(name, value);
    }

    /** A number, a truth value, null or ready JSON. */
    JsonLine raw(String name, String json) {
        name(name);
        out.append(json);
        return this;
    }

    JsonLine texts(String name, List<String> values) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",");
            quoted(values.get(i));
        }
        out.append(']');
        return this;
    }

    JsonLine object(String name, Consumer<JsonLine> content) {
        JsonLine object = new JsonLine();
        content.accept(object);
        return raw(name, object.end());
    }

    <T> JsonLine objects(String name, List<T> values, java.util.function.BiConsumer<T, JsonLine> content) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            JsonLine object = new JsonLine();
            content.accept(values.get(i), object);
            out.append(i == 0 ? "" : ",").append(object.end());
        }
        out.append(']');
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    private void name(String name) {
        out.append(first ? "" : ",");
        first = false;
        quoted(name);
        out.append(':');
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                        out.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
