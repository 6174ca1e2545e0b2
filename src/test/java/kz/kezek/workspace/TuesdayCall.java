package kz.kezek.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.CallPage.Match;
import kz.kezek.workspace.CallPage.Matches;
import kz.kezek.workspace.ComposerView.FieldError;

/** A call of that morning: an invented caller whose open ticket is found while she talks. */
final class TuesdayCall {

    private TuesdayCall() {}

    static CallPage begun() {
        var entered = Map.of(
                "name", "Ахметова Айгуль",
                "phone", "8 701 123 45 67",
                "summary", "Не открывается карточка дела",
                "browser", "Chrome 148");
        var claim = new Match(
                TuesdayMorning.CLAIM,
                "Не подписывается исковое заявление",
                Language.RU,
                "Ахметова А. К.",
                "вчера 17:50",
                TicketPage.Stage.IN_PROGRESS,
                List.of("call.match.phone", "call.match.name"));
        return new CallPage(
                entered,
                Language.KK,
                "key",
                List.of(),
                Optional.of("10:44"),
                new Matches(true, true, Optional.of("call.id.check-digit"), List.of(claim)));
    }

    static CallPage withErrors() {
        return new CallPage(
                Map.of("phone", "12"),
                Language.RU,
                "key",
                List.of(new FieldError("summary", "error.call.empty"), new FieldError("phone", "error.call.phone")),
                Optional.empty(),
                Matches.NONE);
    }

    static CallTakenPage taken() {
        return new CallTakenPage(
                TuesdayMorning.CLAIM,
                Optional.of("вт, 24 ноября, 13:44"),
                Optional.empty(),
                Optional.of("+7 701 123 45 67"),
                List.of(1, 3),
                List.of(
                        new SmsText(Language.KK, "СК-26-004812: қабылданды, мерзімі 24.11 13:44 (Астана). Тел. 1401"),
                        new SmsText(
                                Language.RU, "СК-26-004812: принято, ответим до 24.11 13:44 (Астана). Телефон 1401"),
                        new SmsText(Language.EN, "SK-26-004812 registered. We answer by 24.11 13:44 Astana time.")));
    }
}
