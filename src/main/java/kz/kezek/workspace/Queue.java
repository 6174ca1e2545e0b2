package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.regulation.TermName;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.QueueFilter.Who;

/**
 * All open tickets as one agent sees them at one moment: counted, and sorted by urgency, then by what runs out first. Urgency is
 * the ordinal of a {@link QueueGroup.Kind}. Everything is found in a pass over the tickets; nothing is kept.
 */
final class Queue {

    private final List<OpenTicket> tickets;
    private final Limits limits;
    private final long agentId;
    private final Map<Group, Long> groups;

    /** Of the tickets {@link OpenTicket#BY_DEADLINE by deadline}. */
    Queue(List<OpenTicket> tickets, Limits limits, long agentId) {
        this.tickets = tickets;
        this.limits = limits;
        this.agentId = agentId;
        this.groups = tickets.stream().collect(Collectors.groupingBy(this::group, Collectors.counting()));
    }

    /**
     * Where urgency and days begin, in seconds since 1970.
     *
     * @param worked a deadline before it is broken (A4)
     * @param firstAnswerSoon a first answer due before it is at risk
     * @param afterInformationSoon the same of an answer after information
     * @param closing the end of today's working time
     */
    record Limits(
            long worked, long firstAnswerSoon, long afterInformationSoon, long closing, long today, long tomorrow) {

        private long soon(OpenTicket ticket) {
            return ticket.clock()
                    .map(clock -> switch (clock) {
                        case FIRST_ANSWER -> firstAnswerSoon;
                        case ANSWER_AFTER_INFORMATION -> afterInformationSoon;
                        case ACCEPTANCE, APPLICANT_REPLY -> worked;
                    })
                    .orElse(worked);
        }
    }

    /** A place in the order of the queue: a page ends at one, and the next begins after it. */
    record Place(int urgency, long due, long id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::urgency)
                .thenComparingLong(Place::due)
                .thenComparingLong(Place::id);

        /** {@code 3.1795500000.17}, or nothing when this text is no place; the middle is empty without a deadline. */
        static Optional<Place> read(String text) {
            String[] parts = text.split("\\.", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Place(
                                Integer.parseInt(parts[0]),
                                parts[1].isEmpty() ? OpenTicket.NEVER : Long.parseLong(parts[1]),
                                Long.parseLong(parts[2])))
                        : Optional.empty();
            } catch (NumberFormatException notAPlace) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return urgency + "." + (due == OpenTicket.NEVER ? "" : due) + "." + id;
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** A ticket in its place. */
    record Placed(OpenTicket ticket, Place place) {}

    /** Where a ticket stands and which are its neighbours, by number. */
    record Standing(int number, int of, Optional<String> previous, Optional<String> following) {}

    /** By what tickets are counted together; {@code whose} is {@link Who#ALL} for those of somebody else. */
    record Group(boolean awaiting, Optional<TermName> clock, Who whose, QueueGroup.Kind urgency, Day day) {

        boolean isOfWay(QueueFilter filter) {
            return switch (filter.way()) {
                case MINE -> whose == Who.MINE;
                case WAITING -> awaiting;
                case FREE -> !awaiting && whose == Who.FREE;
                default -> !awaiting;
            };
        }

        boolean isOfStage(QueueFilter filter) {
            return filter.stage().isEmpty() || filter.stage().equals(clock);
        }

        boolean isOfWhom(QueueFilter filter) {
            return filter.who() == Who.ALL || filter.who() == whose;
        }

        boolean isIn(QueueFilter filter) {
            return isOfWay(filter) && isOfStage(filter) && isOfWhom(filter);
        }
    }

    /** On which side of the next midnight a deadline is. */
    enum Day {
        NONE,
        UNTIL_TODAY,
        LATER
    }

    /** How many tickets the filter shows. */
    int count(QueueFilter filter) {
        return count(group -> group.isIn(filter));
    }

    /** How many tickets are in groups like this. */
    int count(Predicate<Group> wanted) {
        return groups.entrySet().stream()
                .filter(group -> wanted.test(group.getKey()))
                .mapToInt(group -> group.getValue().intValue())
                .sum();
    }

    /** The first tickets of the filter, after a place when there is one. */
    List<Placed> page(QueueFilter filter, Optional<Place> after, int limit) {
        Map<Integer, List<Placed>> byUrgency = new TreeMap<>();
        in(filter)
                .map(this::placed)
                .filter(placed -> after.isEmpty() || placed.place().compareTo(after.get()) > 0)
                .forEach(placed -> {
                    List<Placed> alike =
                            byUrgency.computeIfAbsent(placed.place().urgency(), first -> new ArrayList<>());
                    if (alike.size() < limit) {
                        alike.add(placed);
                    }
                });
        return byUrgency.values().stream().flatMap(List::stream).limit(limit).toList();
    }

    /** The tickets of the filter that run out today, the earliest first. */
    List<Placed> today(QueueFilter filter, int limit) {
        return in(filter)
                .filter(ticket -> ticket.due() >= limits.today && ticket.due() < limits.tomorrow)
                .limit(limit)
                .map(this::placed)
                .toList();
    }

    /** Where a ticket stands among those whose next step is the desk's; nothing when it is none of them. */
    Optional<Standing> standing(long ticketId) {
        List<Placed> ours =
                in(QueueFilter.whole(Way.QUEUE, agentId)).map(this::placed).toList();
        return ours.stream()
                .filter(placed -> placed.ticket().id() == ticketId)
                .findFirst()
                .map(Placed::place)
                .map(here -> new Standing(
                        (int) ours.stream()
                                .filter(placed -> placed.place().compareTo(here) <= 0)
                                .count(),
                        ours.size(),
                        ours.stream()
                                .filter(placed -> placed.place().compareTo(here) < 0)
                                .max(Comparator.comparing(Placed::place))
                                .map(placed -> placed.ticket().number()),
                        ours.stream()
                                .filter(placed -> placed.place().compareTo(here) > 0)
                                .min(Comparator.comparing(Placed::place))
                                .map(placed -> placed.ticket().number())));
    }

    private Stream<OpenTicket> in(QueueFilter filter) {
        return tickets.stream().filter(ticket -> group(ticket).isIn(filter));
    }

    private Placed placed(OpenTicket ticket) {
        return new Placed(ticket, new Place(urgency(ticket).ordinal(), ticket.due(), ticket.id()));
    }

    private Group group(OpenTicket ticket) {
        return new Group(ticket.awaiting(), ticket.clock(), whose(ticket), urgency(ticket), day(ticket));
    }

    private Who whose(OpenTicket ticket) {
        if (ticket.assignee() == OpenTicket.NOBODY) {
            return Who.FREE;
        }
        return ticket.assignee() == agentId ? Who.MINE : Who.ALL;
    }

    private Day day(OpenTicket ticket) {
        if (ticket.due() == OpenTicket.NEVER) {
            return Day.NONE;
        }
        return ticket.due() < limits.tomorrow ? Day.UNTIL_TODAY : Day.LATER;
    }

    private QueueGroup.Kind urgency(OpenTicket ticket) {
        if (ticket.undelivered() || (ticket.due() == OpenTicket.NEVER && !ticket.awaiting())) {
            return QueueGroup.Kind.UNDELIVERED;
        }
        if (ticket.awaiting()) {
            return QueueGroup.Kind.PAUSED;
        }
        if (ticket.due() < limits.worked) {
            return QueueGroup.Kind.BREACHED;
        }
        if (ticket.due() < limits.soon(ticket)) {
            return QueueGroup.Kind.AT_RISK;
        }
        return ticket.due() <= limits.closing ? QueueGroup.Kind.TODAY : QueueGroup.Kind.LATER;
    }
}
