package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * One ticket in the queue, in two lines.
 *
 * @param fresh nobody has begun to work on what the applicant wrote last
 */
public record QueueRow(
        TicketLink ticket,
        SlaView sla,
        Letter letter,
        boolean fresh,
        PipsView pips,
        Channel channel,
        Received received,
        Optional<Avatar> assignee,
        WatchersView watchers) {

    /** A ticket in which nobody is. */
    @SuppressWarnings("TooManyParameters")
    public QueueRow(
            TicketLink ticket,
            SlaView sla,
            Letter letter,
            boolean fresh,
            PipsView pips,
            Channel channel,
            Received received,
            Optional<Avatar> assignee) {
        this(ticket, sla, letter, fresh, pips, channel, received, assignee, new WatchersView(0, List.of()));
    }

    /**
     * What was written, by whom, in which language.
     *
     * @param draft whether the excerpt is what the agent has written and not sent
     */
    public record Letter(String subject, String applicant, String excerpt, Language language, boolean draft) {

        /** What an applicant wrote. */
        public Letter(String subject, String applicant, String excerpt, Language language) {
            this(subject, applicant, excerpt, language, false);
        }
    }

    /** When it came, in words: «17:50», «вчера». */
    public record Received(String time, String day) {}
}
