package kz.kezek.submission;

/** What can be wrong with a fact that is there. The names are the stable codes of the defects. */
public enum FactFault {
    VALUE_REFUSED,
    VALUE_UNKNOWN,
    VALIDITY_UNREADABLE,
    VALIDITY_PASSED,
    VALIDITY_DIFFERS_FROM_CERTIFICATE,
    BROWSER_VERSION_MISSING,
    NAME_INITIALS
}
