package kz.kezek.intake;

import java.util.Optional;
import kz.kezek.ticket.TicketId;

/** What became of a letter: exactly one of these, for good (R34). */
public sealed interface Fate {

    /** The fate's name in the ledger. */
    String name();

    /** Why it is in quarantine, if it is. */
    default Optional<QuarantineReason> quarantineReason() {
        return Optional.empty();
    }

    /** In a few words, why; never the letter's own text. */
    String detail();

    /** The ticket that the letter belongs to, if any. */
    Optional<TicketId> ticket();

    /** It became a ticket. */
    record BecameTicket(TicketId id, String detail) implements Fate {
        @Override
        public String name() {
            return "TICKET";
        }

        @Override
        public Optional<TicketId> ticket() {
            return Optional.of(id);
        }
    }

    /** It went to a ticket that was there. */
    record WentToTicket(TicketId id, String detail) implements Fate {
        @Override
        public String name() {
            return "REPLY";
        }

        @Override
        public Optional<TicketId> ticket() {
            return Optional.of(id);
        }
    }

    /** The same letter had come before (A28); {@code first} has it. */
    record DuplicateOf(CustodyId first, Optional<TicketId> ticket) implements Fate {
        @Override
        public String name() {
            return "DUPLICATE";
        }

        @Override
        public String detail() {
            return "same as " + first;
        }
    }

    /** A machine wrote it: kept, answered by nobody (R27). */
    record Automatic(String detail, Optional<TicketId> ticket) implements Fate {
        @Override
        public String name() {
            return "AUTOMATIC";
        }
    }

    /** It says what became of a letter of ours. */
    record DeliveryReport(String detail, Optional<TicketId> ticket) implements Fate {
        @Override
        public String name() {
            return "BOUNCE";
        }
    }

    /** It could not be read or trusted: kept whole, visible, replayable. */
    record Quarantined(QuarantineReason reason, String detail) implements Fate {
        @Override
        public String name() {
            return "QUARANTINE";
        }

        @Override
        public Optional<QuarantineReason> quarantineReason() {
            return Optional.of(reason);
        }

        @Override
        public Optional<TicketId> ticket() {
            return Optional.empty();
        }
    }
}
