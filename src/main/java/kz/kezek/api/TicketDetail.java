package kz.kezek.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket with all that belongs to it. */
record TicketDetail(
        TicketSummary ticket,
        List<Clock> clocks,
        List<Received> received,
        List<Sent> sent,
        List<Answered> answers,
        List<Request> informationRequests,
        List<Event> events,
        List<FormCompletion> formCompletions) {

    /**
     * One of the clocks C0–C3.
     *
     * @param leftSeconds working seconds left (C0: by the wall clock); zero when the deadline has passed
     */
    record Clock(
            String kind,
            String clause,
            int cycle,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime endedAt,
            String verdict,
            long leftSeconds,
            Explanation explanation) {}

    /** Why a clock ends when it does: every stretch from its start to its deadline, and the same in words. */
    record Explanation(String calendarVersion, boolean provisional, List<Span> spans, String words) {}

    /** A stretch of time, counted or not, and why. */
    record Span(OffsetDateTime from, OffsetDateTime to, boolean counts, long seconds, String reason) {}

    /** A message that came in. */
    record Received(
            long custody,
            OffsetDateTime receivedAt,
            String from,
            String subject,
            String text,
            String replyText,
            boolean knownSender,
            List<Attachment> attachments) {}

    /** A file of a message; {@code refused} says why its bytes were not kept. */
    record Attachment(
            String fileName,
            String mediaType,
            long size,
            @Nullable String refused,
            @Nullable String sha256) {}

    /** A letter of ours. */
    record Sent(
            String id,
            String kind,
            String to,
            String subject,
            String text,
            String state,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime deliveredAt,
            int attempts,
            String relayReply) {}

    /** An answer of a specialist; one that was taken back is not among them. */
    record Answered(long id, OffsetDateTime answeredAt, String text) {}

    /** A Запрос; one that was taken back is not among them. */
    record Request(long id, int cycle, OffsetDateTime requestedAt, List<RequestedItem> items, String instructions) {}

    /** One thing asked for. */
    record RequestedItem(String key, String text) {}

    /**
     * A reply that filled in what the form lacked, with what was read until then.
     *
     * @param filled the numbers of the items filled or mended
     */
    record FormCompletion(
            OffsetDateTime at, List<Integer> filled, Map<String, String> itemsBefore, List<Integer> missingBefore) {}

    /** What happened; {@code moved} with an event {@code DeadlineMoved} only. */
    record Event(
            int seq,
            String type,
            OffsetDateTime at,
            String actor,
            @Nullable Moved moved) {}

    /** The old and the new deadline of a clock that a new calendar moved. */
    record Moved(String kind, OffsetDateTime from, OffsetDateTime to, String calendarVersion) {}
}
