package kz.kezek.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The charsets of letters by the labels mail clients give them, including KZ-1048 (STRK1048-2002) and PTCP154, which the JDK
 * lacks. A label that says nothing (us-ascii, unknown-8bit, a made-up name) is answered with nothing: detect.
 */
final class Charsets {

    static final MailCharset UTF_8 = MailCharset.of(StandardCharsets.UTF_8);
    static final MailCharset WINDOWS_1251 = MailCharset.of(Charset.forName("windows-1251"));
    static final MailCharset WINDOWS_1252 = MailCharset.of(Charset.forName("windows-1252"));
    static final MailCharset KZ_1048 = MailCharset.ofTable("KZ-1048", table("charset-kz1048.tsv"));
    static final MailCharset PTCP154 = MailCharset.ofTable("PTCP154", table("charset-ptcp154.tsv"));
    static final MailCharset UTF_7 = new MailCharset("UTF-7", Utf7::decode);

    private static final String DETECT = "detect";
    private static final Map<String, String> ALIASES = aliases();
    private static final Map<String, Optional<MailCharset>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 1000;

    private Charsets() {}

    /** The charset a label means, or nothing when it must be detected from the bytes. */
    static Optional<MailCharset> labelled(String label) {
        String name = normalized(label);
        Optional<MailCharset> known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        Optional<MailCharset> found = find(name);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(name, found);
        }
        return found;
    }

    /** Whether a label names something, but nothing known: worth a repair note. */
    static boolean strange(String label) {
        String name = normalized(label);
        return !name.isEmpty() && !ALIASES.containsKey(name) && labelled(name).isEmpty();
    }

    private static String normalized(String label) {
        StringBuilder name = new StringBuilder(label.length());
        for (int i = 0; i < Math.min(label.length(), 60); i++) {
            char c = label.charAt(i);
            if (c > ' ' && c != '"' && c != '\'' && c != ';' && c != ',') {
                name.append(c);
            }
        }
        String text = name.toString().toLowerCase(Locale.ROOT);
        return text.startsWith("charset=") ? text.substring("charset=".length()) : text;
    }

    private static Optional<MailCharset> find(String name) {
        String target = ALIASES.getOrDefault(name, name);
        return switch (target) {
            case DETECT -> Optional.empty();
            case "UTF-7" -> Optional.of(UTF_7);
            case "KZ-1048" -> Optional.of(KZ_1048);
            case "PTCP154" -> Optional.of(PTCP154);
            default -> platform(target);
        };
    }

    private static Optional<MailCharset> platform(String name) {
        for (String spelling : List.of(name, name.replace('_', '-'), "x-" + name)) {
            try {
                return Optional.of(MailCharset.of(Charset.forName(spelling)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                continue; // not a name the JDK knows: the next spelling, at last detection
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        for (String line : lines("charset-aliases.tsv")) {
            int tab = line.indexOf('\t');
            aliases.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return aliases;
    }

    private static char[] table(String resource) {
        char[] table = new char[256];
        Arrays.fill(table, '�');
        for (char c = 0; c < 0x80; c++) {
            table[c] = c;
        }
        for (String line : lines(resource)) {
            String[] cells = line.split("\t", -1);
            if (cells[0].startsWith("0x") && cells[1].startsWith("U+")) {
                table[Integer.decode(cells[0])] = (char) Integer.parseInt(cells[1].substring(2), 16);
            }
        }
        return table;
    }

    /** The lines of a resource beside this class, without comments. */
    static List<String> lines(String resource) {
        InputStream stream = Charsets.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + resource);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
