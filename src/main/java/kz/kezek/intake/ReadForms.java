package kz.kezek.intake;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Bin;
import kz.kezek.applicant.Iin;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.UnclassifiedId;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FormItem;
import kz.kezek.submission.FoundId;
import kz.kezek.submission.SubjectLine;
import kz.kezek.submission.Submission;
import kz.kezek.ticket.ReadForm;
import kz.kezek.ticket.Ticket;

/** What the reader of the form found, in the shape in which a ticket keeps it. */
final class ReadForms {

    private static final int SUMMARY_LENGTH = 300;

    private ReadForms() {}

    static ReadForm form(Submission submission) {
        return new ReadForm(
                submission.subject().serviceCode(),
                submission.id().map(FoundId::place).map(Enum::name).orElse(""),
                submission.id().map(found -> found.id().checkDigitValid()).orElse(false),
                items(submission),
                submission.missingItems().stream()
                        .map(FormItem::number)
                        .sorted()
                        .toList(),
                submission.defects().stream().map(ReadForm.FormDefect::of).toList(),
                submission.facts());
    }

    /** What a ticket keeps, as the reader of the form needs it to complete it. */
    static Submission submission(Ticket ticket) {
        ReadForm form = ticket.form();
        return new Submission(
                new SubjectLine("", "", form.serviceCode(), "", ticket.summary()),
                ids(ticket),
                ticket.language().map(List::of).orElse(List.of(Language.KK, Language.RU)),
                written(form),
                form.facts(),
                form.defects().stream()
                        .map(ReadForm.FormDefect::found)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static List<FoundId> ids(Ticket ticket) {
        String place = ticket.form().personalIdSource();
        String digits = ticket.applicant().personalId();
        return ApplicantId.of(digits).filter(id -> !place.isEmpty()).stream()
                .map(id -> new FoundId(id, FoundId.Place.valueOf(place), digits))
                .toList();
    }

    private static Map<FormItem, String> written(ReadForm form) {
        Map<FormItem, String> written = new EnumMap<>(FormItem.class);
        for (FormItem item : FormItem.values()) {
            Optional.ofNullable(form.items().get(Integer.toString(item.number())))
                    .ifPresent(text -> written.put(item, text));
        }
        return written;
    }

    /** Items 1, 2, 3 and 5 as written; item 4 in its parts, {@code 4.ERROR_TEXT} and so on. */
    private static Map<String, String> items(Submission submission) {
        Map<String, String> items = new LinkedHashMap<>();
        submission.written().forEach((item, text) -> items.put(Integer.toString(item.number()), text));
        for (Fact fact : submission.facts()) {
            if (fact.kind().item() == FormItem.DETAILS) {
                items.put("4." + fact.kind().name(), fact.value());
            }
        }
        return items;
    }

    static Ticket.Applicant applicant(Submission submission, Sender sender) {
        return applicant(submission, sender.name(), sender.address());
    }

    static Ticket.Applicant applicant(Submission submission, String otherwiseNamed, String address) {
        String name = submission.fact(FactKind.FULL_NAME).map(Fact::value).orElse(otherwiseNamed);
        return new Ticket.Applicant(
                name,
                address,
                submission.id().map(found -> found.id().digits()).orElse(""),
                submission.id().map(ReadForms::kind).orElse(""));
    }

    private static String kind(FoundId found) {
        return switch (found.id()) {
            case Iin iin -> "IIN";
            case Bin bin -> "BIN";
            case UnclassifiedId other -> "";
        };
    }

    /** The short description, else the subject, else how the letter begins. */
    static String summary(ReadLetter letter) {
        return summary(
                letter.submission(), letter.mail().subject(), letter.mail().replyText());
    }

    static String summary(Submission submission, String subject, String replyText) {
        String summary = Stream.of(
                        submission.subject().summary(),
                        subject,
                        replyText.lines().findFirst().orElse(""))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return shortened(summary);
    }

    private static String shortened(String text) {
        if (text.length() <= SUMMARY_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SUMMARY_LENGTH - 1)) ? SUMMARY_LENGTH - 1 : SUMMARY_LENGTH;
        return text.substring(0, end) + "…";
    }
}
