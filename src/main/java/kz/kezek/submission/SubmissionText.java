package kz.kezek.submission;

import java.util.List;

/**
 * What any door brings for reading: a subject, the readable text with its quoted lines (they may hold the questions the answers belong to),
 * and the names of what is attached. A door without a subject or text gives empty strings.
 */
public record SubmissionText(String subject, String text, List<String> attachmentNames) {

    public SubmissionText {
        attachmentNames = List.copyOf(attachmentNames);
    }

    /** A letter with nothing attached. */
    public SubmissionText(String subject, String text) {
        this(subject, text, List.of());
    }
}
