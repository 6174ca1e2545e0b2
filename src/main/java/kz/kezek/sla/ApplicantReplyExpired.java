package kz.kezek.sla;

import java.time.Instant;
import kz.kezek.ticket.TicketId;

/** Published when 72 working hours of silence have passed: consideration stops and the applicant is told (R23, R32). */
public record ApplicantReplyExpired(TicketId ticket, Instant dueAt, Instant at) {}
