package kz.kezek.correspondence;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What one letter needs to be written, in the language it is to be written in: moments and deadlines are already words.
 * Values that came from outside (descriptions, file names) are cleaned, shortened and masked when the letter is composed.
 */
public sealed interface LetterContent {

    LetterKind kind();

    /** The number of the ticket the letter is about; empty when nothing was registered. */
    default Optional<String> ticket() {
        return Optional.empty();
    }

    /**
     * What was registered, as the notice repeats it.
     *
     * @param shortDescription the applicant's own words from the subject; may be empty
     * @param maskedId the ИИН/БИН as it may be shown; may be empty
     */
    record Registration(String shortDescription, String maskedId, String receivedAt, String registeredAt) {}

    /** How one of the nine facts was read. */
    enum Mark {
        FOUND("✔"),
        DOUBTFUL("⚠"),
        MISSING("✘");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /**
     * One of the nine facts as the notice repeats it.
     *
     * @param label its name, see {@link LetterLabels#fact}
     * @param quotation the piece of the letter it was read from, an ИИН or БИН masked; may be empty
     * @param advice how to mend it, in sentences; may be empty
     */
    record FactLine(Mark mark, String label, String quotation, String advice) {}

    /**
     * How the prescribed form was read.
     *
     * @param facts the nine facts; empty when the ticket did not come as a letter
     * @param remarks how to mend the subject and the layout, a sentence or two each
     * @param canonicalSubject the subject as it should have been, its number masked; empty when it was right
     * @param linesToFill what is missing, a line each to be completed and sent back: {@code 1) ЭЦП:}
     */
    record FormReading(List<FactLine> facts, List<String> remarks, String canonicalSubject, List<String> linesToFill) {

        /** Nothing was read, so there is nothing to remark on. */
        static final FormReading NONE = new FormReading(List.of(), List.of(), "", List.of());

        public FormReading {
            facts = List.copyOf(facts);
            remarks = List.copyOf(remarks);
            linesToFill = List.copyOf(linesToFill);
        }

        boolean flawless() {
            return remarks.isEmpty() && facts.stream().allMatch(fact -> fact.mark() == Mark.FOUND);
        }
    }

    /**
     * Уведомление о принятии (R20, R26); of a flawed form it says what was read and what is wrong (R11), and stays a notice (A9).
     *
     * @param incident what applicants are told of an incident of the service that the letter looks like; empty when there is none
     */
    record AcceptanceNotice(
            String ticketNumber, Registration registration, Due answerDue, FormReading reading, String incident)
            implements LetterContent {

        /** A notice while nothing is known to be wrong. */
        AcceptanceNotice(String ticketNumber, Registration registration, Due answerDue, FormReading reading) {
            this(ticketNumber, registration, answerDue, reading, "");
        }

        @Override
        public LetterKind kind() {
            return reading.flawless() ? LetterKind.ACCEPTANCE_NOTICE : LetterKind.ACCEPTANCE_NOTICE_INCOMPLETE;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /**
     * Запрос на предоставление дополнительной информации (R12–R19).
     *
     * @param items what is asked, one sentence each, at least one
     * @param instructions the specialist's own words, lightly formatted (see {@link Answer}); may be empty (R14)
     */
    record InformationRequest(String ticketNumber, List<String> items, String instructions, Due replyDue)
            implements LetterContent {
        public InformationRequest {
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("A request for information asks something: " + ticketNumber);
            }
        }

        @Override
        public LetterKind kind() {
            return LetterKind.INFORMATION_REQUEST;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /**
     * A reminder that the reply to a Запрос is still awaited (A14).
     *
     * @param items what is still missing
     * @param left the working time left until consideration ends
     */
    record Reminder(String ticketNumber, String requestedAt, List<String> items, Due replyDue, String left)
            implements LetterContent {
        public Reminder {
            items = List.copyOf(items);
        }

        @Override
        public LetterKind kind() {
            return LetterKind.REMINDER;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /**
     * Ответ, in a specialist's words.
     *
     * @param text plain text: paragraphs parted by an empty line, lists with {@code -} or {@code 1.}, links as they are or
     *     as {@code [words](https://…)}
     */
    record Answer(String ticketNumber, String shortDescription, String text) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.ANSWER;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /**
     * Consideration has stopped, nobody replied to the Запрос (R23, R32).
     *
     * @param lateReplyReopens whether a late reply reopens this ticket; otherwise it becomes a new linked one (A12)
     */
    record Discontinuation(String ticketNumber, String requestedAt, String discontinuedAt, boolean lateReplyReopens)
            implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.DISCONTINUATION;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /** The applicant's reply has put the ticket back to work (A12, A13). */
    record Reopened(String ticketNumber, String reopenedAt, Due answerDue) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.REOPENED;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /**
     * A change of the calendar has moved a deadline (A24).
     *
     * @param ours whether it is the deadline of our answer, not of the applicant's reply
     */
    record DeadlineMoved(String ticketNumber, boolean ours, String dueBefore, Due dueNow) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.DEADLINE_MOVED;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /**
     * A message that could not be read and was not registered (R34).
     *
     * @param limitMb the largest total of attachments, in megabytes
     */
    record Unreadable(String receivedAt, UnreadableReason reason, int limitMb, Optional<URI> rulesUrl)
            implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.UNREADABLE;
        }
    }

    /**
     * An alarm of the program began or ended; for the administrator.
     *
     * @param name what is wrong, a sentence without a full stop
     * @param detail more of it; may be empty
     * @param at since when, or until when
     */
    record Alarm(String name, String detail, String at, boolean ended) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.ALARM;
        }
    }

    /**
     * A private key or a password came with the letter and was destroyed (R37, section 5 of the regulation page).
     *
     * @param attachmentNames names of the refused files, never their content
     * @param password whether a password was cut out of the text
     */
    record PrivateKeyRefused(String ticketNumber, List<String> attachmentNames, boolean password, String destroyedAt)
            implements LetterContent {
        public PrivateKeyRefused {
            attachmentNames = List.copyOf(attachmentNames);
            if (attachmentNames.isEmpty() && !password) {
                throw new IllegalArgumentException("Nothing was refused in " + ticketNumber);
            }
        }

        @Override
        public LetterKind kind() {
            return LetterKind.PRIVATE_KEY_REFUSED;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /** The question is not one of technical support; names who is competent. */
    record OutOfScope(String ticketNumber, String competentBody) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.OUT_OF_SCOPE;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }

    /** Somebody filled in the form under this address: whoever reads the letter confirms it by the link. */
    record AddressConfirmation(String shortDescription, String validUntil) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.ADDRESS_CONFIRMATION;
        }
    }

    /** A new link to the applicant's own page was asked for. */
    record StatusLink(String ticketNumber) implements LetterContent {
        @Override
        public LetterKind kind() {
            return LetterKind.STATUS_LINK;
        }

        @Override
        public Optional<String> ticket() {
            return Optional.of(ticketNumber);
        }
    }
}
