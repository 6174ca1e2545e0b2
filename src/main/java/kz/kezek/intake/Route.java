package kz.kezek.intake;

import java.util.Optional;
import kz.kezek.ticket.TicketId;

/** Where a letter goes, decided before anything is changed. */
sealed interface Route {

    /** It reports on a letter of ours. */
    record ToDeliveryReport() implements Route {}

    /** A machine wrote it; nobody answers. */
    record ToNobody(String why, Optional<TicketId> ticket) implements Route {}

    /** The same letter has come before. */
    record ToDuplicate(LedgerEntry first) implements Route {}

    /** It answers a letter of this ticket, or comes from one who takes part in it. */
    record ToTicket(TicketId ticket, boolean knownSender, String how) implements Route {}

    /** It is new; {@code related} is a ticket it quotes without a right to it. */
    record ToNewTicket(Optional<TicketId> related) implements Route {}

    /** Nobody can be told who wrote it. */
    record ToQuarantine(String why) implements Route {}
}
