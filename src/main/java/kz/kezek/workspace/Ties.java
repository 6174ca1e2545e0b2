package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** What a ticket has to do with others, who takes part in it, and the number of the incident it shows. */
public record Ties(List<Tie> tickets, List<Person> people, TicketLink ticket, Optional<Long> incident) {

    /** Ties of a ticket that shows no incident. */
    public Ties(List<Tie> tickets, List<Person> people, TicketLink ticket) {
        this(tickets, people, ticket, Optional.empty());
    }

    /** Another ticket: the key of how it is tied, and its number for taking a link back. */
    public record Tie(String key, TicketLink other, String subject, Optional<String> unlink) {}

    /** An address that may write into the ticket, the key of its role, and itself for taking it out. */
    public record Person(String address, String key, Optional<String> remove) {}

    /** Whether there is anything to show. */
    public boolean any() {
        return !tickets.isEmpty() || people.size() > 1 || incident.isPresent();
    }
}
