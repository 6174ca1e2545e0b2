package kz.kezek.ticket;

/** By what way a ticket came (R1, A30). */
public enum Channel {
    MAIL,
    FORM,
    PHONE,
    API
}
