package kz.kezek.sla;

import java.time.Instant;
import kz.kezek.ticket.TicketId;

/** Published when the applicant has been silent for so many working hours: a reminder is to be sent (A14). */
public record ReminderDue(TicketId ticket, int afterHours, Instant at) {}
