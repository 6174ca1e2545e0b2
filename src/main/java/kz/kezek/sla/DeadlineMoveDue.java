package kz.kezek.sla;

import java.time.Instant;
import kz.kezek.ticket.TicketId;

/** Published when a new calendar has moved the deadline of a running clock: the applicant is to be told (A24). */
public record DeadlineMoveDue(TicketId ticket, SlaClock clock, Instant at) {}
