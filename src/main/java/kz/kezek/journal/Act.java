package kz.kezek.journal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was done, before it is written: {@code Act.of("ticket:СК-26-004812", "ticket.assigned", "СК-26-004812").with("to", "12")}.
 *
 * @param stream the chain it belongs to; acts of one stream are written one after another
 * @param action a word of the code in the past tense: {@code ticket.registered}
 * @param subject what it was done to, in the form people know
 * @param data the details, as text; whole ИИН, keys and tokens are blotted out when the act is recorded
 */
public record Act(String stream, String action, String subject, SortedMap<String, String> data) {

    public Act {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    /** An act without details. */
    public static Act of(String stream, String action, String subject) {
        return new Act(stream, action, subject, new TreeMap<>());
    }

    /** The same act with one more detail. */
    public Act with(String key, String value) {
        var more = new TreeMap<>(data);
        more.put(key, value);
        return new Act(stream, action, subject, more);
    }

    /** The same act with these details added. */
    public Act with(Map<String, String> details) {
        var more = new TreeMap<>(data);
        more.putAll(details);
        return new Act(stream, action, subject, more);
    }
}
