package kz.kezek.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Spans in order; neighbors of one reason and name become one. */
final class SpanList {

    private final List<Span> spans = new ArrayList<>();

    void add(long from, long to, Span.Reason reason, Names names) {
        if (from >= to) {
            return;
        }
        Instant start = Instant.ofEpochSecond(from);
        if (!spans.isEmpty()) {
            Span last = spans.getLast();
            if (last.reason() == reason && last.names().equals(names)) {
                spans.removeLast();
                start = last.from();
            }
        }
        spans.add(new Span(start, Instant.ofEpochSecond(to), reason, names));
    }

    List<Span> toList() {
        return List.copyOf(spans);
    }
}
