package kz.kezek.identity;

/** A rule that a chosen password breaks. */
public enum PasswordDefect {
    /** Fewer than 12 characters. */
    TOO_SHORT,
    /** More than 128 characters. */
    TOO_LONG,
    /** It is on the list of passwords known to be guessed first. */
    COMMON,
    /** Fewer than five different characters. */
    REPETITIVE,
    /** It contains the login. */
    CONTAINS_LOGIN
}
