package kz.kezek.submission;

/** Where in a letter a fact was read. */
public enum FactSource {
    /** The subject line. */
    SUBJECT,
    /** An item of the form, by its number or its label. */
    ITEM,
    /** Free text outside the form. */
    BODY,
    /** The names of what is attached. */
    ATTACHMENT,
    /** A public certificate attached to the letter. */
    CERTIFICATE
}
