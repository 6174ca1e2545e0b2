package kz.kezek.ticket;

import java.time.Instant;

/** An answer that a specialist gave, as it was written. */
public record Answer(long id, TicketId ticket, Instant answeredAt, String answeredBy, String text) {}
