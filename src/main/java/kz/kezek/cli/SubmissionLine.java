package kz.kezek.cli;

import java.util.List;
import kz.kezek.knowledge.KnownProblem;
import kz.kezek.knowledge.KnownProblems;
import kz.kezek.mail.InboundMail;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionJson;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import tools.jackson.databind.json.JsonMapper;

/** The form found in a letter, as the JSON object {@code kezek read} prints; {@code null} for letters no person wrote. */
final class SubmissionLine {

    private final KnownProblems problems = KnownProblems.bundled();
    private final JsonMapper json = JsonMapper.shared();

    String of(InboundMail mail) {
        if (mail.automatic()) {
            return "null";
        }
        Submission submission = SubmissionReader.read(SubmissionText.of(mail));
        List<String> recognized = problems.recognize(submission.description()).stream()
                .map(KnownProblem::id)
                .toList();
        return json.writeValueAsString(SubmissionJson.of(submission, recognized));
    }
}
