package kz.kezek.sla;

import java.time.Instant;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;

/** A running clock whose deadline a new calendar moves: old and new (A24). */
public record MovedDeadline(TicketId ticket, TicketNumber number, TermName kind, Instant from, Instant to) {}
