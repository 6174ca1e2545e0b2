package kz.kezek.intake;

/**
 * A letter in a mailbox by the server's own name for it (RFC 3501 §2.3.1.1; RFC 1939 UIDL).
 *
 * @param mailbox the row of account and folder
 * @param uidValidity the server's promise that UIDs mean what they did; 0 for POP3
 */
public record MailboxUid(long mailbox, long uidValidity, String uid) {}
