package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.IncidentAnswerPage.Count;
import kz.kezek.workspace.IncidentAnswerPage.LeftOut;
import kz.kezek.workspace.IncidentAnswerPage.Letter;
import kz.kezek.workspace.TicketPage.Stage;

/** Tuesday's incident: signing does not work, and five applicants wrote of it within the hour. */
final class TuesdayIncident {

    private static final String LETTER = """
            Уважаемый пользователь!

            Ответ на Ваше обращение № СК-26-004812.

            Подписание снова работает. Обновите страницу и подпишите заявление ещё раз.

            С уважением,
            Служба технической поддержки «Судебного кабинета»
            """;

    private TuesdayIncident() {}

    static IncidentsPage.Proposed proposed() {
        return new IncidentsPage.Proposed(
                "problem:NCA-01",
                "NCALayer не запущен или не установлен",
                "Ошибка при подключении к NCALayer",
                "10:12",
                "10:41",
                children(),
                TuesdayKnowledge.texts("NCALayer не запущен. Мы знаем о проблеме и устраняем её."));
    }

    static IncidentPage incident() {
        return new IncidentPage(
                2,
                "вт, 24 ноября, 09:40",
                Optional.empty(),
                TuesdayKnowledge.texts("Подписание временно не работает"),
                children(),
                List.of(child("004815", "Қол қойылмайды", Language.KK, Stage.REGISTERED)),
                List.of(
                        new IncidentPage.Answer(Language.KK, "", 1),
                        new IncidentPage.Answer(Language.RU, "Подписание снова работает.", 2),
                        new IncidentPage.Answer(Language.EN, "", 0)),
                new IncidentPage.Rights(true, true),
                Optional.of("incident.problem.no-answer"));
    }

    static IncidentAnswerPage letters() {
        return new IncidentAnswerPage(
                2,
                "key",
                TuesdayKnowledge.texts("Подписание снова работает."),
                List.of(new Count(Language.KK, 1), new Count(Language.RU, 1)),
                List.of(
                        new Letter(link("004812"), "a.nurlanov@example.kz", Language.RU, LETTER, "1.0.3"),
                        new Letter(link("004813"), "b.serik@example.kz", Language.KK, LETTER, "1.0.3")),
                List.of(new LeftOut(link("004814"), "incident.left-out.answered", List.of())));
    }

    static IncidentSentPage sent() {
        return new IncidentSentPage(
                2,
                List.of(link("004812")),
                List.of(new LeftOut(link("004813"), "incident.left-out.newer", List.of("Письмо: Б. Серік"))));
    }

    private static List<IncidentPage.Child> children() {
        return List.of(
                child("004812", "Не подписывается исковое заявление", Language.RU, Stage.REGISTERED),
                child("004813", "Талап арызға қол қойылмайды", Language.KK, Stage.IN_PROGRESS),
                child("004814", "Ошибка при подписании", Language.RU, Stage.ANSWERED));
    }

    private static IncidentPage.Child child(String number, String subject, Language language, Stage stage) {
        return new IncidentPage.Child(link(number), subject, language, stage, "10:12");
    }

    private static TicketLink link(String number) {
        return new TicketLink("СК-26-" + number);
    }
}
