package kz.kezek.workspace;

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
        Optional<Avatar> assignee) {

    /** What was written, by whom, in which language. */
    public record Letter(String subject, String applicant, String excerpt, Language language) {}

    /** When it came, in words: «17:50», «вчера». */
    public record Received(String time, String day) {}
}
