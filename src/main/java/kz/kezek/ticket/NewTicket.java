package kz.kezek.ticket;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What a door brought, read and ready to be registered.
 *
 * @param receivedAt when the door took it; also the time of registration (A2)
 * @param originalTicket the earlier ticket this one goes on from (A12, A13)
 * @param relatedTicket a ticket it quotes without having proved a right to it
 */
public record NewTicket(
        Channel channel,
        Instant receivedAt,
        Optional<Language> language,
        String summary,
        Ticket.Applicant applicant,
        ReadForm form,
        Optional<TicketId> originalTicket,
        Optional<TicketId> relatedTicket) {}
