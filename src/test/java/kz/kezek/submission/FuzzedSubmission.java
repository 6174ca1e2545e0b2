package kz.kezek.submission;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kz.kezek.applicant.Language;
import kz.kezek.mail.MailReader;

/** The fuzz target of reading the form: the first line is the subject, the rest the text, as it stands and as a letter and a reply. */
public final class FuzzedSubmission {

    private static final Instant AT = Instant.parse("2026-11-23T07:00:00Z");
    private static final MailReader READER = new MailReader();
    private static final Submission EMPTY = SubmissionReader.read(new SubmissionText("", ""));

    private FuzzedSubmission() {}

    /** Loads classes and tables, so that no input is charged with their time. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(
                "Subject: =?utf-8?Q?x?=\nContent-Type: text/html\n\n<p>text".getBytes(StandardCharsets.US_ASCII));
    }

    /** What Jazzer calls; an exception is a finding. */
    public static void fuzzerTestOneInput(byte[] raw) {
        String text = new String(raw, StandardCharsets.UTF_8);
        int line = Math.max(text.indexOf('\n'), 0);
        SubmissionText written = new SubmissionText(text.substring(0, line), text.substring(line));
        check(SubmissionReader.read(written), raw);
        check(SubmissionReader.read(SubmissionText.of(READER.read(raw))), raw);
        check(SubmissionReader.complete(EMPTY, written), raw);
        InformationReader.read(written, List.of(InformationItem.values()), AT);
    }

    private static void check(Submission submission, byte[] raw) {
        CertificateCheck.apply(submission, PublicCertificates.in(raw), AT);
        submission.canonicalSubject();
        submission.description();
        submission.defects().forEach(defect -> defect.message(Language.RU));
        for (Fact fact : submission.facts()) {
            if (fact.value().isBlank()) {
                throw new IllegalStateException("a fact without a value: " + fact.kind());
            }
        }
    }
}
