package kz.kezek.ticket;

import java.util.List;

/**
 * Published within the transaction after events of a ticket were recorded, so that what is projected from them (clocks,
 * timers) changes together with them.
 *
 * @param events all of the ticket's events so far, in order
 */
public record TicketChanged(TicketId ticket, List<TicketEvent> events) {}
