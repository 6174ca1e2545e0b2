package kz.kezek.correspondence;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.correspondence.LetterContent.AcceptanceNotice;
import kz.kezek.correspondence.LetterContent.AddressConfirmation;
import kz.kezek.correspondence.LetterContent.Alarm;
import kz.kezek.correspondence.LetterContent.Answer;
import kz.kezek.correspondence.LetterContent.DeadlineMoved;
import kz.kezek.correspondence.LetterContent.Discontinuation;
import kz.kezek.correspondence.LetterContent.FactLine;
import kz.kezek.correspondence.LetterContent.FormReading;
import kz.kezek.correspondence.LetterContent.InformationRequest;
import kz.kezek.correspondence.LetterContent.OutOfScope;
import kz.kezek.correspondence.LetterContent.PrivateKeyRefused;
import kz.kezek.correspondence.LetterContent.Registration;
import kz.kezek.correspondence.LetterContent.Reminder;
import kz.kezek.correspondence.LetterContent.Reopened;
import kz.kezek.correspondence.LetterContent.StatusLink;
import kz.kezek.correspondence.LetterContent.Unreadable;

/** The variables of the texts: every value is one clean line, but for a specialist's own words. */
final class LetterValues {

    private final Map<String, Object> values = new HashMap<>();

    private LetterValues() {}

    static Map<String, Object> of(LetterContent content, Optional<URI> statusUrl, Desk desk) {
        LetterValues all = new LetterValues();
        all.desk(desk);
        content.ticket().ifPresent(number -> all.put("ticketNumber", number));
        all.values.put("statusUrl", statusUrl.map(URI::toASCIIString).orElse(""));
        all.content(content);
        return Map.copyOf(all.values);
    }

    static Map<String, Object> ofDesk(Desk desk, String from) {
        LetterValues all = new LetterValues();
        all.desk(desk);
        all.put("from", from);
        return Map.copyOf(all.values);
    }

    private void content(LetterContent content) {
        switch (content) {
            case AcceptanceNotice notice -> acceptance(notice);
            case InformationRequest request -> informationRequest(request);
            case Reminder reminder -> reminder(reminder);
            case Answer answer -> answer(answer);
            case Discontinuation discontinuation -> discontinuation(discontinuation);
            case Reopened reopened -> {
                put("reopenedAt", reopened.reopenedAt());
                due(reopened.answerDue());
            }
            case DeadlineMoved moved -> {
                values.put("ours", moved.ours());
                put("dueBefore", withoutFullStop(moved.dueBefore()));
                due(moved.dueNow());
            }
            case Unreadable unreadable -> unreadable(unreadable);
            case Alarm alarm -> alarm(alarm);
            case PrivateKeyRefused refused -> refused(refused);
            case AddressConfirmation confirmation -> {
                values.put("shortDescription", OutsideText.echo(confirmation.shortDescription()));
                put("validUntil", confirmation.validUntil());
            }
            case StatusLink link -> {}
            case OutOfScope outOfScope -> put("competentBody", withoutFullStop(outOfScope.competentBody()));
        }
    }

    private void desk(Desk desk) {
        put("address", desk.address().address());
        put("phone", desk.phone());
        put("opens", desk.hours().opens().toString());
        put("closes", desk.hours().closes().toString());
        values.put("replyHours", desk.terms().replyHours());
        values.put("answerDays", desk.terms().answerDays());
        values.put("reopenDays", desk.terms().reopenDays());
    }

    private void acceptance(AcceptanceNotice notice) {
        Registration registration = notice.registration();
        values.put("shortDescription", OutsideText.echo(registration.shortDescription()));
        values.put("maskedId", OutsideText.echo(registration.maskedId()));
        put("receivedAt", registration.receivedAt());
        put("registeredAt", registration.registeredAt());
        due(notice.answerDue());
        put("incident", notice.incident());
        reading(notice.reading());
    }

    private void reading(FormReading reading) {
        List<Map<String, Object>> facts = new ArrayList<>();
        for (FactLine fact : reading.facts()) {
            facts.add(Map.of(
                    "mark", fact.mark().sign(),
                    "label", fact.label(),
                    "quotation", OutsideText.echo(fact.quotation()),
                    "advice", fact.advice()));
        }
        values.put("factLines", List.copyOf(facts));
        values.put("linesToFill", reading.linesToFill());
        values.put("incomplete", !reading.linesToFill().isEmpty());
        values.put("remarks", reading.remarks());
        values.put("remarked", !reading.remarks().isEmpty());
        values.put("canonicalSubject", OutsideText.echo(reading.canonicalSubject()));
    }

    private void informationRequest(InformationRequest request) {
        items(request.items());
        values.put("instructions", OutsideText.lines(request.instructions()));
        due(request.replyDue());
    }

    private void reminder(Reminder reminder) {
        put("requestedAt", reminder.requestedAt());
        items(reminder.items());
        due(reminder.replyDue());
        put("left", reminder.left());
    }

    private void answer(Answer answer) {
        values.put("shortDescription", OutsideText.echo(answer.shortDescription()));
        values.put("answer", OutsideText.lines(answer.text()));
    }

    private void discontinuation(Discontinuation discontinuation) {
        put("requestedAt", discontinuation.requestedAt());
        put("discontinuedAt", discontinuation.discontinuedAt());
        values.put("lateReplyReopens", discontinuation.lateReplyReopens());
    }

    private void unreadable(Unreadable unreadable) {
        put("receivedAt", unreadable.receivedAt());
        values.put("limitMb", unreadable.limitMb());
        values.put("rulesUrl", unreadable.rulesUrl().map(URI::toASCIIString).orElse(""));
        values.put("tooLarge", unreadable.reason() == UnreadableReason.TOO_LARGE);
        values.put("damaged", unreadable.reason() == UnreadableReason.DAMAGED);
        values.put("encrypted", unreadable.reason() == UnreadableReason.ENCRYPTED);
        values.put("empty", unreadable.reason() == UnreadableReason.EMPTY);
    }

    private void alarm(Alarm alarm) {
        put("name", withoutFullStop(alarm.name()));
        put("detail", alarm.detail());
        put("at", alarm.at());
        values.put("ended", alarm.ended());
    }

    private void refused(PrivateKeyRefused refused) {
        List<Map<String, Object>> names = new ArrayList<>();
        for (String name : refused.attachmentNames()) {
            names.add(Map.of("name", OutsideText.echo(name)));
        }
        values.put("keyAttachment", !names.isEmpty());
        values.put("keyAttachments", List.copyOf(names));
        values.put("password", refused.password());
        put("destroyedAt", refused.destroyedAt());
    }

    private void items(List<String> texts) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String text : texts) {
            items.add(Map.of("n", items.size() + 1, "text", OutsideText.line(text)));
        }
        values.put("items", List.copyOf(items));
    }

    private void due(Due due) {
        put("due", withoutFullStop(due.when()));
        put("explanation", due.explanation());
        values.put(
                "percentToday",
                due.percentToday().isPresent()
                        ? Integer.toString(due.percentToday().getAsInt())
                        : "");
    }

    private void put(String name, String value) {
        values.put(name, OutsideText.line(value));
    }

    private static String withoutFullStop(String text) {
        String line = OutsideText.line(text);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
