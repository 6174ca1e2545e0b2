package kz.kezek.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.EmailAddress;
import kz.kezek.correspondence.Recipient;
import kz.kezek.submission.SubmissionReader;

/** The prescribed form as it was filled in on the page: a short description and the five items (R2–R10). */
record RequestForm(Map<String, String> fields) {

    static final List<String> FIELDS = List.of(
            "summary",
            "eds",
            "until",
            "browser",
            "os",
            "java",
            "java-none",
            "error",
            "actions",
            "additional",
            "name",
            "id",
            "address");

    private static final int LONGEST_SUMMARY = 120;
    private static final int LONGEST_FIELD = 5000;
    private static final Set<String> REQUIRED =
            Set.of("summary", "eds", "until", "browser", "error", "actions", "name", "id", "address");

    /** Something wrong: the field, and the key of the sentence that says how to mend it. */
    record Problem(String field, String key) {}

    /** What was entered in the fields of the form, and when it was opened. */
    Map<String, String> entered() {
        return Stream.concat(FIELDS.stream(), Stream.of("opened"))
                .filter(field -> !value(field).isEmpty())
                .collect(Collectors.toMap(field -> field, this::value));
    }

    String value(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    private String line(String field) {
        return value(field).replaceAll("\\s+", " ");
    }

    /** Everything that is wrong, in the order of the page. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (String field : FIELDS) {
            problem(field).ifPresent(key -> problems.add(new Problem(field, key)));
        }
        return problems;
    }

    private Optional<String> problem(String field) {
        String value = value(field);
        if (value.isEmpty()) {
            boolean javaMissing = field.equals("java") && value("java-none").isEmpty();
            return REQUIRED.contains(field) || javaMissing
                    ? Optional.of("form." + field + ".missing")
                    : Optional.empty();
        }
        int longest = field.equals("summary") ? LONGEST_SUMMARY : LONGEST_FIELD;
        if (value.length() > longest) {
            return Optional.of("form.too-long");
        }
        return switch (field) {
            case "id" -> wrongId(value);
            case "address" ->
                EmailAddress.of(value).flatMap(read -> Recipient.read(value)).isPresent()
                        ? Optional.empty()
                        : Optional.of("form.address.wrong");
            default -> Optional.empty();
        };
    }

    /** A number whose check digit is wrong is most likely mistyped: here, unlike in a letter, one can still ask. */
    private static Optional<String> wrongId(String value) {
        Optional<ApplicantId> id = ApplicantId.of(value.replace(" ", ""));
        if (id.isEmpty()) {
            return Optional.of("form.id.length");
        }
        return id.get().checkDigitValid() ? Optional.empty() : Optional.of("form.id.check-digit");
    }

    Recipient sender() {
        return Recipient.read(value("address")).orElseThrow();
    }

    /** The subject as the regulation prescribes it (R2–R5). */
    String subject() {
        return line("id").replace(" ", "") + "/" + SubmissionReader.SERVICE_CODE + "/ " + line("summary");
    }

    /** The five items as the regulation prescribes them (R6–R10), in the language of the page. */
    String text(PublicWords words, int files) {
        String java = value("java").isEmpty() ? words.text("form.letter.no-java") : line("java");
        List<String> additional = new ArrayList<>();
        if (!value("os").isEmpty()) {
            additional.add(words.text("form.letter.os", line("os")));
        }
        if (!value("additional").isEmpty()) {
            additional.add(value("additional"));
        }
        if (files > 0) {
            additional.add(words.text("form.letter.files", files));
        }
        return String.join(
                "\n",
                "1) " + words.text("form.letter.1") + ": " + line("eds") + ", "
                        + words.text("form.letter.until", line("until")),
                "2) " + words.text("form.letter.2") + ": " + line("browser"),
                "3) " + words.text("form.letter.3") + ": " + java,
                "4) " + words.text("form.letter.4") + ":",
                "- " + words.text("form.letter.error") + ": " + value("error"),
                "- " + words.text("form.letter.actions") + ": " + value("actions"),
                "- " + words.text("form.letter.additional") + ": "
                        + (additional.isEmpty() ? "—" : String.join("; ", additional)),
                "5) " + words.text("form.letter.5") + ": " + line("name") + ", " + words.text("form.letter.id") + " "
                        + line("id").replace(" ", ""));
    }
}
