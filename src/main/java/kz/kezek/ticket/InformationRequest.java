package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;

/**
 * Запрос на предоставление дополнительной информации: a document with items and, if any, instructions (R12–R19).
 *
 * @param cycle the first, second, … Запрос of this ticket
 * @param requestedBy the responsible specialist, as an actor (R13)
 */
public record InformationRequest(
        long id,
        TicketId ticket,
        int cycle,
        Instant requestedAt,
        String requestedBy,
        List<RequestedItem> items,
        String instructions) {}
