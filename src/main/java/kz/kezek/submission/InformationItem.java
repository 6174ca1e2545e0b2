package kz.kezek.submission;

/** What a Запрос may ask for (R15–R19). */
public enum InformationItem {
    /** When the problem occurred (R15). */
    TIME,
    /** The problem in detail (R16). */
    DESCRIPTION,
    /** Screenshots of errors or of the steps (R17). */
    SCREENSHOTS,
    /** The operating system (R18). */
    OPERATING_SYSTEM,
    /** Its service pack or build (R19). */
    SERVICE_PACK
}
