package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.regulation.TermName;

/**
 * A ticket as it stands: who asks, what about, where it is, and what its running clock says. A snapshot; changes go
 * through {@link TicketRegister}.
 */
public record Ticket(
        TicketId id,
        TicketNumber number,
        TicketState state,
        Channel channel,
        Instant receivedAt,
        Instant registeredAt,
        Optional<Language> language,
        String summary,
        Applicant applicant,
        ReadForm form,
        Optional<Long> assigneeId,
        Optional<RunningClock> clock,
        boolean undelivered,
        Optional<TicketId> originalTicket,
        Optional<TicketId> relatedTicket) {

    /**
     * Who asks.
     *
     * @param name as signed, or the display name of the address; may be empty
     * @param address where letters to the applicant go; empty when there is none
     * @param personalId the twelve digits of the ИИН or БИН as read, or empty: personal data
     * @param personalIdKind {@code IIN} or {@code BIN}, or empty when unknown
     */
    public record Applicant(String name, String address, String personalId, String personalIdKind) {}

    /** The running clock, as projected for the queue. */
    public record RunningClock(TermName kind, Instant startedAt, Instant dueAt) {}

    /** The numbers of the form's items (1–5) that are missing. */
    public List<Integer> missingItems() {
        return form.missing();
    }
}
