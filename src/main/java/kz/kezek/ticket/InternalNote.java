package kz.kezek.ticket;

import java.time.Instant;

/** A note among agents; it never leaves the service. */
public record InternalNote(long id, TicketId ticket, Instant notedAt, String notedBy, String text) {}
