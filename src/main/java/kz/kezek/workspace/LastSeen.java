package kz.kezek.workspace;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.kezek.ticket.RecordedEvent;

/**
 * How much of a ticket an agent has had before the eyes, counted in what is only ever added to: messages, notes, events.
 * Times would not do: a letter taken during an outage is filed later under its earlier receipt.
 */
record LastSeen(int messages, int notes, int events) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    static LastSeen of(TicketFile file) {
        return new LastSeen(
                file.messages().size(),
                file.written().notes().size(),
                file.events().stream().mapToInt(RecordedEvent::seq).max().orElse(0));
    }

    static Optional<LastSeen> read(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new LastSeen(
                        Integer.parseInt(written.group(1)),
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return messages + "." + notes + "." + events;
    }
}
