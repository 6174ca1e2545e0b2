package kz.kezek.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.applicant.Bin;
import kz.kezek.applicant.Iin;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.UnclassifiedId;
import org.jspecify.annotations.Nullable;

/**
 * A submission as the {@code submission} object of {@code kezek read}: maps, lists, strings and nulls in the order they are printed, so that
 * any JSON writer prints them. What was not found is null.
 */
public final class SubmissionJson {

    private SubmissionJson() {}

    /** The object for this submission, with the ids of the known problems recognised in it. */
    public static Map<String, @Nullable Object> of(Submission submission, List<String> problems) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        putId(json, submission);
        json.put("service_code", orNull(submission.subject().serviceCode()));
        json.put("service_code_raw", orNull(submission.subject().serviceCodeRaw()));
        json.put("summary", orNull(submission.subject().summary()));
        json.put("canonical_subject", submission.canonicalSubject());
        json.put("language", submission.language().map(Language::tag).orElse(null));
        json.put("items", items(submission));
        json.put(
                "missing",
                submission.missingItems().stream()
                        .map(item -> String.valueOf(item.number()))
                        .toList());
        json.put(
                "missing_facts",
                submission.missingFacts().stream().map(FactKind::name).toList());
        json.put(
                "defects",
                submission.defects().stream().map(Defect::code).distinct().toList());
        json.put("problems", problems);
        return json;
    }

    private static void putId(Map<String, @Nullable Object> json, Submission submission) {
        json.put("id", submission.id().map(found -> found.id().digits()).orElse(null));
        json.put("id_kind", submission.id().map(SubmissionJson::kind).orElse(null));
        json.put("id_source", submission.id().map(SubmissionJson::source).orElse(null));
        json.put(
                "check_digit_valid",
                submission.id().map(found -> found.id().checkDigitValid()).orElse(null));
    }

    private static @Nullable String kind(FoundId found) {
        return switch (found.id()) {
            case Iin iin -> "IIN";
            case Bin bin -> "BIN";
            case UnclassifiedId neither -> null;
        };
    }

    private static String source(FoundId found) {
        return switch (found.place()) {
            case SUBJECT -> "subject";
            case ITEM5 -> "item5";
            case BODY -> "body";
        };
    }

    private static Map<String, @Nullable Object> items(Submission submission) {
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (FormItem item : FormItem.values()) {
            String number = String.valueOf(item.number());
            items.put(
                    number,
                    item == FormItem.DETAILS
                            ? details(submission)
                            : submission.written().get(item));
        }
        return items;
    }

    private static @Nullable Map<String, @Nullable Object> details(Submission submission) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("error_text", value(submission, FactKind.ERROR_TEXT));
        details.put("actions", value(submission, FactKind.ACTIONS));
        details.put("extra", value(submission, FactKind.ADDITIONAL));
        return details.values().stream().allMatch(value -> value == null) ? null : details;
    }

    /** The fact, or what the applicant wrote in its place though it does not answer: «нет». */
    private static @Nullable String value(Submission submission, FactKind kind) {
        return submission
                .fact(kind)
                .map(Fact::value)
                .or(() -> submission.defects().stream()
                        .filter(defect -> defect instanceof Defect.InFact refused && refused.fact() == kind)
                        .map(Defect::quotation)
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
