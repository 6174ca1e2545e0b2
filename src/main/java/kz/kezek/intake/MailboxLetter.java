package kz.kezek.intake;

/**
 * A letter as a door has it from a mailbox, to be taken into custody.
 *
 * @param raw its bytes, as the server gave them
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
public record MailboxLetter(MailboxUid uid, Envelope envelope, byte[] raw) {}
