package kz.kezek.submission;

/** How a subject can differ from {@code ХХХХХХХХХХХХ/СК/ описание}. The names are the stable codes of the defects. */
public enum SubjectFault {
    SUBJECT_EMPTY,
    SUBJECT_IN_BODY,
    SUBJECT_PREFIX,
    ID_NOT_IN_SUBJECT,
    ID_NOT_FIRST,
    SEPARATOR_WRONG,
    SPACES_AROUND_SLASH,
    SPACE_AFTER_SLASH_MISSING,
    SERVICE_CODE_MISSING,
    SERVICE_CODE_LATIN,
    SERVICE_CODE_LOWERCASE,
    SERVICE_CODE_OTHER,
    SUMMARY_MISSING,
    SUMMARY_PLACEHOLDER
}
