package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.TicketId;

/** What one node tells the others, in a few words: ids and nothing that a stranger could not know. */
sealed interface LiveSignal {

    /** Something happened in these tickets. */
    record Changed(List<TicketId> tickets) implements LiveSignal {

        public Changed {
            tickets = List.copyOf(tickets);
        }

        @Override
        public String toString() {
            var words = new StringBuilder(CHANGED);
            tickets.forEach(ticket -> words.append(' ').append(ticket.value()));
            return words.toString();
        }
    }

    /** An agent looks at a ticket, writes in it, or has left it. */
    record Seen(TicketId ticket, AgentId agent, Doing doing) implements LiveSignal {
        @Override
        public String toString() {
            return doing.name() + " " + ticket.value() + " " + agent.value();
        }
    }

    /** What an agent does in a ticket. */
    enum Doing {
        VIEWING,
        TYPING,
        LEFT
    }

    String CHANGED = "CHANGED";

    /** The longest list of tickets that one signal carries: PostgreSQL takes 8000 bytes. */
    int MOST_TICKETS = 300;

    Pattern WRITTEN_CHANGE = Pattern.compile(CHANGED + "((?: \\d{1,18})+)");
    Pattern WRITTEN_SEEN = Pattern.compile("(VIEWING|TYPING|LEFT) (\\d{1,18}) (\\d{1,18})");

    /** Reads a signal; nothing when a newer program sent it in words that are not known here. */
    static Optional<LiveSignal> read(String text) {
        Matcher seen = WRITTEN_SEEN.matcher(text);
        if (seen.matches()) {
            return Optional.of(new Seen(
                    new TicketId(Long.parseLong(seen.group(2))),
                    new AgentId(Long.parseLong(seen.group(3))),
                    Doing.valueOf(seen.group(1))));
        }
        Matcher change = WRITTEN_CHANGE.matcher(text);
        if (!change.matches()) {
            return Optional.empty();
        }
        List<TicketId> tickets = new ArrayList<>();
        for (String id : change.group(1).strip().split(" ")) {
            tickets.add(new TicketId(Long.parseLong(id)));
        }
        return Optional.of(new Changed(tickets));
    }
}
