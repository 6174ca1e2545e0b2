package kz.kezek.mail;

/** What sort of sender wrote a letter; decides whether the desk may answer it (RFC 3834 §2). */
public enum MailKind {
    /** A person, or a program that writes like one. */
    PERSONAL,
    /** A program in answer to a letter or on a schedule: vacation replies, notices, receipts, greylisting challenges. */
    AUTOMATIC,
    /** A mail server that could not deliver, or not yet. */
    BOUNCE,
    /** A mailbox provider that passes on a complaint (ARF, RFC 5965). */
    FEEDBACK,
    /** A mailing list or a bulk sender. */
    LIST
}
