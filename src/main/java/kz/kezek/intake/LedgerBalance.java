package kz.kezek.intake;

import java.util.List;
import java.util.Map;

/**
 * Whether every letter ever acknowledged is accounted for.
 *
 * @param letters how many were ever offered
 * @param inWork how many have no fate yet because they are being settled
 * @param fates how many have each fate
 * @param bytesChecked how many kept contents were compared with their hashes; 0 when that was left out
 * @param waitingInMailboxes letters seen in a mailbox that are not in custody yet
 * @param differences what does not add up; empty when all does
 */
public record LedgerBalance(
        long letters,
        long inWork,
        Map<String, Long> fates,
        long bytesChecked,
        long waitingInMailboxes,
        List<Difference> differences) {

    /** Something that does not add up, and the letter, ticket or content it is about. */
    public record Difference(Kind kind, String subject) {}

    /** What can be wrong. */
    public enum Kind {
        /** A letter that became a ticket or a reply is in no ticket's conversation. */
        LETTER_NOT_FILED,
        /** A ticket that came by mail has no letter that opened it. */
        TICKET_WITHOUT_LETTER,
        /** More than one letter opened the same ticket. */
        TICKET_OPENED_TWICE,
        /** A letter is in a conversation, and its fate is neither ticket nor reply. */
        FILED_WITH_ANOTHER_FATE,
        /** What is kept no longer has the hash it was kept with. */
        BYTES_DIFFER
    }

    /** Whether all adds up. */
    public boolean balances() {
        return differences.isEmpty();
    }
}
