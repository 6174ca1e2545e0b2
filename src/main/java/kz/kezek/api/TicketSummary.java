package kz.kezek.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param items what the letter says in items 1, 2, 3 and 5 of the form, and the parts of item 4 ({@code 4.ERROR_TEXT}, …)
 * @param missing the numbers of the items that are missing
 */
record TicketSummary(
        String number,
        String state,
        String channel,
        @Nullable String language,
        OffsetDateTime receivedAt,
        OffsetDateTime registeredAt,
        String summary,
        Applicant applicant,
        Map<String, String> items,
        List<Integer> missing,
        List<FormDefect> defects,
        @Nullable Clock clock,
        @Nullable Long assignee,
        boolean undelivered) {

    /** Who asks; {@code personalId} is the ИИН or БИН as read from the letter. */
    record Applicant(
            String name,
            String address,
            String personalId,
            @Nullable String personalIdKind) {}

    /** A deviation from the template and the piece of the letter it was seen in. */
    record FormDefect(String code, String quotation) {}

    /** The running clock. */
    record Clock(String kind, OffsetDateTime startedAt, OffsetDateTime dueAt) {}

    static TicketSummary of(Ticket ticket, AstanaTimes times) {
        return new TicketSummary(
                ticket.number().toString(),
                ticket.state().name(),
                ticket.channel().name(),
                ticket.language().map(language -> language.tag()).orElse(null),
                times.of(ticket.receivedAt()),
                times.of(ticket.registeredAt()),
                ticket.summary(),
                new Applicant(
                        ticket.applicant().name(),
                        ticket.applicant().address(),
                        ticket.applicant().personalId(),
                        ticket.applicant().personalIdKind().isEmpty()
                                ? null
                                : ticket.applicant().personalIdKind()),
                ticket.form().items(),
                ticket.missingItems(),
                ticket.form().defects().stream()
                        .map(defect -> new FormDefect(defect.code(), defect.quotation()))
                        .toList(),
                ticket.clock()
                        .map(clock ->
                                new Clock(clock.kind().name(), times.of(clock.startedAt()), times.of(clock.dueAt())))
                        .orElse(null),
                ticket.assigneeId().orElse(null),
                ticket.undelivered());
    }

    /** Where a list goes on. */
    static String cursor(Ticket ticket) {
        return cursor(ticket.id());
    }

    private static String cursor(TicketId id) {
        return Long.toString(id.value());
    }
}
