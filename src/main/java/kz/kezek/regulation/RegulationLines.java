package kz.kezek.regulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules as lines of a key and a value, for people to read and to compare. */
public final class RegulationLines {

    private RegulationLines() {}

    /** What one key says before and after; empty where it says nothing. */
    public record Difference(String key, String before, String after) {}

    /** Every value of the rules under its key, in the order of the file. */
    public static Map<String, String> of(Regulation rules) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("version", rules.version());
        lines.put("effectiveOn", rules.effectiveOn().toString());
        lines.put("service.code", rules.service().code());
        lines.put("service.address", rules.service().address());
        lines.put("service.phone", rules.service().phone());
        lines.put("service.name", rules.service().name().toString());
        lines.put("hours.zone", rules.hours().zone().getId());
        Stream.of(java.time.DayOfWeek.values())
                .filter(day -> !rules.hours().weekly().of(day).isEmpty())
                .forEach(day -> lines.put(
                        "hours." + day,
                        rules.hours().weekly().of(day).intervals().toString()));
        for (TermName name : TermName.values()) {
            Term term = rules.term(name);
            lines.put("terms." + name.key() + ".limit", term.limit().toString());
            lines.put(
                    "terms." + name.key() + ".warnBefore",
                    Long.toString(term.warnBefore().seconds() / 60));
        }
        lines.put("reminders", rules.reminders().toString());
        lines.put("windows", rules.windows().toString());
        rules.requestItems()
                .forEach(item ->
                        lines.put("requestItems." + item.key(), item.label().toString()));
        for (Choice choice : Choice.values()) {
            lines.put("choices." + choice.id(), rules.choice(choice));
        }
        return lines;
    }

    /** The same for the same rules only: a hash of every value. */
    public static String fingerprint(Regulation rules) {
        StringBuilder all = new StringBuilder();
        of(rules)
                .forEach((key, value) ->
                        all.append(key).append('=').append(value).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }

    /** The keys that differ, in alphabetical order. */
    public static List<Difference> between(Regulation before, Regulation after) {
        Map<String, String> old = of(before);
        Map<String, String> fresh = of(after);
        List<Difference> differences = new ArrayList<>();
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        for (String key : keys) {
            String was = Objects.requireNonNullElse(old.get(key), "");
            String is = Objects.requireNonNullElse(fresh.get(key), "");
            if (!was.equals(is)) {
                differences.add(new Difference(key, was, is));
            }
        }
        return differences;
    }
}
