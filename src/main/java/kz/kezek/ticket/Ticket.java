package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.regulation.TermName;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FormItem;

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

    /** What the applicant tells of the problem itself: the summary and what the form says, but for the signature and the sender. */
    public String told() {
        return Stream.concat(
                        Stream.of(summary),
                        form.facts().stream()
                                .filter(fact -> fact.kind().item() != FormItem.EDS
                                        && fact.kind().item() != FormItem.SENDER)
                                .map(Fact::quotation))
                .collect(Collectors.joining("\n"));
    }

    /** The text of the error that the form quotes; empty when it quotes none. */
    public String errorText() {
        return form.fact(FactKind.ERROR_TEXT).map(Fact::value).orElse("");
    }

    /** The numbers of the form's items (1–5) that are missing. */
    public List<Integer> missingItems() {
        return form.missing();
    }
}
