package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * The queue or one of its preset views: today's deadlines, filters, groups by urgency, and the address of the next page.
 *
 * @param mayAct whether the reader may choose tickets and act on them
 * @param incidents what may be an incident, told to those who decide it
 * @param naming under which name this view is kept, or could be
 * @param closing the hour at which today's work ends, in words
 */
public record QueuePage(
        Frame.Way way,
        Optional<DayTrack> day,
        List<Filter> filters,
        List<QueueGroup> groups,
        String closing,
        Optional<String> next,
        boolean mayAct,
        List<Hint> incidents,
        Naming naming)
        implements Page {

    /** A page for somebody who works on tickets. */
    public QueuePage(
            Frame.Way way,
            Optional<DayTrack> day,
            List<Filter> filters,
            List<QueueGroup> groups,
            String closing,
            Optional<String> next) {
        this(way, day, filters, groups, closing, next, true, List.of(), new Naming(Optional.empty(), "", "", false));
    }

    /** So many tickets about the same. */
    public record Hint(int tickets, String about) {}

    @Override
    public String template() {
        return "queue";
    }

    /** One segmented filter: a named group of links that can be shared. */
    public record Filter(String key, List<Choice> choices) {}

    /** One choice of a filter. */
    public record Choice(String key, String href, int count, boolean current, boolean counted) {}

    /**
     * The name of this view.
     *
     * @param view the saved view that is shown
     * @param stage the words of its filter, by which it is saved
     * @param mayShare whether the reader may save for everybody
     */
    public record Naming(Optional<Named> view, String stage, String who, boolean mayShare) {}

    /** A saved view: its name, whether it is everybody's, and whether the reader may change it. */
    public record Named(long id, String name, boolean shared, boolean mayChange) {}

    /** Whether there is nothing to show. */
    public boolean empty() {
        return groups.stream().allMatch(group -> group.rows().isEmpty());
    }

    /** How many tickets the groups hold in all. */
    public int total() {
        return groups.stream().mapToInt(QueueGroup::count).sum();
    }
}
