package kz.kezek.correspondence;

import java.util.Locale;

/** What a letter to an applicant is for, and who caused it. One set of texts per kind, in {@code letters/}. */
public enum LetterKind {
    ACCEPTANCE_NOTICE(Cause.REPLY),
    ACCEPTANCE_NOTICE_INCOMPLETE(Cause.REPLY),
    INFORMATION_REQUEST(Cause.PERSON),
    REMINDER(Cause.TIMER),
    ANSWER(Cause.PERSON),
    DISCONTINUATION(Cause.TIMER),
    REOPENED(Cause.REPLY),
    DEADLINE_MOVED(Cause.TIMER),
    UNREADABLE(Cause.REPLY),
    PRIVATE_KEY_REFUSED(Cause.REPLY),
    OUT_OF_SCOPE(Cause.PERSON),
    ALARM(Cause.TIMER),
    /** Asks whoever reads this address whether it was them who filled in the form. */
    ADDRESS_CONFIRMATION(Cause.REPLY),
    STATUS_LINK(Cause.REPLY);

    private final Cause cause;

    LetterKind(Cause cause) {
        this.cause = cause;
    }

    /** Whether no person wrote or released this letter, so that it must say so (RFC 3834). */
    public boolean automatic() {
        return cause != Cause.PERSON;
    }

    /** The value of {@code Auto-Submitted} (RFC 3834 §5): {@code no} for what a person sends. */
    public String autoSubmitted() {
        return switch (cause) {
            case PERSON -> "no";
            case REPLY -> "auto-replied";
            case TIMER -> "auto-generated";
        };
    }

    /** The name of its text files without the language: {@code acceptance-notice}. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private enum Cause {
        PERSON,
        REPLY,
        TIMER
    }
}
