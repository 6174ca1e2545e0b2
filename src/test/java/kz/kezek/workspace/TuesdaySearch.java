package kz.kezek.workspace;

import static kz.kezek.workspace.TuesdayMorning.link;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.CannedAnswer.InLanguages;

/** What is found, and the canned answers, on {@link TuesdayMorning}. */
final class TuesdaySearch {

    private static final CannedAnswer NCALAYER = new CannedAnswer(
            1,
            "ncalayer",
            new InLanguages("Обновить NCALayer", "NCALayer жаңарту", "Update NCALayer"),
            new InLanguages(
                    "{name}, здравствуйте!\nОбновите NCALayer и перезапустите браузер.",
                    "{name}, сәлеметсіз бе!\nNCALayer жаңартып, браузерді қайта іске қосыңыз.",
                    "Hello {name},\nplease update NCALayer and restart the browser."));

    private TuesdaySearch() {}

    static SearchPage found() {
        return new SearchPage(
                "NCALayer state:open",
                false,
                List.of(
                        new SearchPage.Result(
                                link("004812"),
                                "Не подписывается исковое заявление: NCALayer не отвечает",
                                "Ахметов Е. М.",
                                "пн, 23 ноября",
                                TicketPage.Stage.IN_PROGRESS,
                                List.of(
                                        new SearchPage.Run("система пишет, что нет соединения с ", false),
                                        new SearchPage.Run("NCALayer", true),
                                        new SearchPage.Run(", хотя он запущен", false)),
                                Language.RU),
                        new SearchPage.Result(
                                link("004790"),
                                "NCALayer іске қосылмайды",
                                "Нұрланова А. С.",
                                "пт, 20 ноября",
                                TicketPage.Stage.AWAITING_APPLICANT,
                                List.of(
                                        new SearchPage.Run("NCALayer", true),
                                        new SearchPage.Run(" ашылмайды, қате шығады", false)),
                                Language.KK)),
                Optional.of("/desk/search?q=NCALayer&before=4790"));
    }

    static CannedPage canned() {
        return new CannedPage(List.of(NCALAYER), true, Optional.empty(), List.of());
    }

    static CannedPage cannedInTheForm() {
        return new CannedPage(List.of(NCALAYER), true, Optional.of(NCALAYER), List.of("canned.error.taken"));
    }

    private static final List<ProfilePage.Session> SESSIONS = List.of(
            new ProfilePage.Session("вт, 24 ноября, 09:02", "вт, 24 ноября, 10:44", true),
            new ProfilePage.Session("пн, 23 ноября, 08:58", "пн, 23 ноября, 18:31", false));

    static ProfilePage profile(boolean on) {
        var factor = on
                ? new ProfilePage.Factor(true, false, Optional.empty(), List.of("abcdefghijklmnop", "qrstuvwxyz234567"))
                : new ProfilePage.Factor(
                        false,
                        false,
                        Optional.of(new ProfilePage.Enrolment(
                                "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", "otpauth://totp/Kezek")),
                        List.of());
        return new ProfilePage(false, factor, SESSIONS);
    }

    static ProfilePage wrongCode() {
        return new ProfilePage(false, new ProfilePage.Factor(true, true, Optional.empty(), List.of()), SESSIONS);
    }

    static BulkPage bulk() {
        return new BulkPage(
                "mark-not-a-request",
                Optional.empty(),
                3,
                List.of(
                        new BulkPage.Skipped(link("004806"), TicketPage.Stage.ANSWERED),
                        new BulkPage.Skipped(link("004731"), TicketPage.Stage.MERGED)),
                "/desk/queue");
    }

    static BulkPage bulkAsked() {
        return new BulkPage(
                "assign",
                Optional.of(new BulkPage.Asking(
                        List.of(link("004806"), link("004731")),
                        List.of(new StepView.Choice("7", "Данияр О.", false)),
                        "key")),
                0,
                List.of(),
                "/desk/queue");
    }
}
