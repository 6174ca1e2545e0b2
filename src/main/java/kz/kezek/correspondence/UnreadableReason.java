package kz.kezek.correspondence;

/** Why a message could not be made into a ticket; each has its words in {@code letters/unreadable.*}. */
public enum UnreadableReason {
    TOO_LARGE,
    DAMAGED,
    ENCRYPTED,
    EMPTY
}
