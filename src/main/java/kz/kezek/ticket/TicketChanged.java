package kz.kezek.ticket;

/**
 * Published within the transaction after events of a ticket were recorded, so that what is projected from them (clocks,
 * timers) changes together with them.
 */
public record TicketChanged(TicketId ticket) {}
