package kz.kezek.workspace;

import java.util.regex.Pattern;
import kz.kezek.applicant.ApplicantId;

/** Takes ИИН out of texts that are shown: pages name people, not numbers (R36). A БИН is public and stays. */
final class Masking {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private Masking() {}

    static String of(String text) {
        return TWELVE_DIGITS
                .matcher(text)
                .replaceAll(found ->
                        ApplicantId.of(found.group()).map(ApplicantId::masked).orElse(found.group()));
    }
}
