package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.EmailAddress;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.correspondence.LetterLabels;
import kz.kezek.correspondence.Recipient;
import kz.kezek.intake.PhoneCall;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.workspace.ComposerView.FieldError;

/**
 * What an agent types while somebody talks. The fields bear the names of the applicants' request form; none is required, for a call
 * that says little is a ticket too (A16), but what is there must be fit to be kept.
 */
record CallForm(Map<String, String> fields) {

    /** The fields in the order of the page. */
    static final List<String> FIELDS = List.of(
            "name",
            "id",
            "phone",
            "address",
            "language",
            "summary",
            "error",
            "actions",
            "additional",
            "eds",
            "until",
            "browser",
            "os",
            "java",
            "java-none");

    private static final int LONGEST_SUMMARY = 120;
    private static final int LONGEST_FIELD = 5000;
    private static final int LONGEST_KEY = 100;
    private static final LetterLabels LABELS = new LetterLabels();

    /** What was entered, without spaces around it and without what no database keeps. */
    static CallForm of(Map<String, String> sent) {
        var entered = new TreeMap<String, String>();
        Stream.concat(FIELDS.stream(), Stream.of("idempotencyKey")).forEach(field -> {
            String value = sent.getOrDefault(field, "")
                    .replace("\0", "")
                    .replace("\r\n", "\n")
                    .strip();
            if (!value.isEmpty()) {
                entered.put(field, value);
            }
        });
        return new CallForm(Map.copyOf(entered));
    }

    String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The key of this form; nothing when what came is no form of ours. */
    Optional<String> key() {
        return Optional.of(value("idempotencyKey")).filter(key -> !key.isEmpty() && key.length() <= LONGEST_KEY);
    }

    /** Whether there is anything in it worth keeping. */
    boolean blank() {
        return FIELDS.stream()
                .filter(field -> !field.equals("language"))
                .allMatch(field -> value(field).isEmpty());
    }

    /** Whether it is small enough to be kept while it is written. */
    boolean keepable() {
        return fields.values().stream().allMatch(value -> value.length() <= LONGEST_FIELD * 2);
    }

    Language language() {
        return Look.language(value("language")).orElse(Language.RU);
    }

    /** The number of the caller, when twelve digits are there. */
    Optional<ApplicantId> id() {
        return ApplicantId.of(value("id").replace(" ", ""));
    }

    Optional<PhoneNumber> phone() {
        return PhoneNumber.of(value("phone"));
    }

    private Optional<Recipient> address() {
        return EmailAddress.of(value("address")).flatMap(read -> Recipient.read(value("address")));
    }

    /** Everything that hinders a note in a ticket that is there: only what cannot be kept. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        for (String field : FIELDS) {
            int longest = field.equals("summary") ? LONGEST_SUMMARY : LONGEST_FIELD;
            if (value(field).length() > longest) {
                errors.add(new FieldError(field, "error.call.long", List.of(longest)));
            }
        }
        if (!value("phone").isEmpty() && phone().isEmpty()) {
            errors.add(new FieldError("phone", "error.call.phone"));
        }
        if (!value("address").isEmpty() && address().isEmpty()) {
            errors.add(new FieldError("address", "error.call.address"));
        }
        return errors;
    }

    /** Everything that hinders a ticket: the same, and that nothing was said of the matter. */
    List<FieldError> errorsOfTicket() {
        List<FieldError> errors = new ArrayList<>(errors());
        if (Stream.of("summary", "error", "actions", "additional")
                .allMatch(field -> value(field).isEmpty())) {
            errors.addFirst(new FieldError("summary", "error.call.empty"));
        }
        return errors;
    }

    /** What is most likely misheard; a person can still be asked. */
    Optional<String> doubtAboutId() {
        if (value("id").isEmpty()) {
            return Optional.empty();
        }
        return id().isEmpty()
                ? Optional.of("call.id.length")
                : Optional.of("call.id.check-digit").filter(key -> !id().get().checkDigitValid());
    }

    PhoneCall call() {
        return new PhoneCall(value("name"), address(), phone(), language(), subject(), text());
    }

    /** The same for a ticket that is there: what is said in short is part of the text. */
    PhoneCall reply() {
        String told = Stream.of(value("summary"), text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return new PhoneCall(value("name"), address(), phone(), language(), subject(), told);
    }

    private String subject() {
        return value("id").replace(" ", "") + "/" + SubmissionReader.SERVICE_CODE + "/ " + value("summary");
    }

    /** Each fact that was told, behind its name. */
    String text() {
        String java = value("java").isEmpty() && !value("java-none").isEmpty()
                ? Words.in(language()).text("call.java-none")
                : value("java");
        String os = value("os").isEmpty() ? "" : Words.in(language()).text("call.letter.os", value("os"));
        String more = Stream.of(os, value("additional"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return Stream.of(
                        line(FactKind.EDS, value("eds")),
                        line(FactKind.EDS_VALIDITY, value("until")),
                        line(FactKind.BROWSER, value("browser")),
                        line(FactKind.JAVA, java),
                        line(FactKind.ERROR_TEXT, value("error")),
                        line(FactKind.ACTIONS, value("actions")),
                        line(FactKind.ADDITIONAL, more),
                        line(FactKind.FULL_NAME, value("name")),
                        line(FactKind.APPLICANT_ID, value("id").replace(" ", "")))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(FactKind kind, String value) {
        return value.isEmpty() ? "" : LABELS.fact(language(), kind) + ": " + value;
    }
}
