package kz.kezek.cli;

/** A command cannot do what it was asked and a person can mend it: the message is the one sentence shown. Exit code 1. */
final class CannotProceed extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotProceed(String sentence) {
        super(sentence);
    }

    CannotProceed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
