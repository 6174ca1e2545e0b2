package kz.kezek.ticket;

/** The only steps between the states of a ticket; {@link Lifecycle} says which leads where. */
public enum Step {
    REGISTER,
    TAKE,
    RELEASE,
    REQUEST_INFORMATION,
    SUPPLY_INFORMATION,
    ANSWER,
    REPLY_AFTER_ANSWER,
    EXPIRE,
    SUPPLY_IN_TIME_AFTER_EXPIRY,
    UNDO_DISCONTINUATION,
    CLOSE,
    REOPEN,
    MARK_NOT_A_REQUEST,
    MARK_DUPLICATE,
    UNDO_MARK,
    MERGE,
    UNDO_MERGER,
    REQUEST_UNDELIVERED,
    ANSWER_UNDELIVERED,
    WITHDRAW_ANSWER,
    WITHDRAW_REQUEST
}
