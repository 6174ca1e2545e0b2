package kz.kezek.workspace;

import static kz.kezek.workspace.TuesdayMorning.AIGERIM;
import static kz.kezek.workspace.TuesdayMorning.CLAIM;
import static kz.kezek.workspace.TuesdayMorning.DANIYAR;
import static kz.kezek.workspace.TuesdayMorning.first;
import static kz.kezek.workspace.TuesdayMorning.link;
import static kz.kezek.workspace.TuesdayMorning.pips;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.Position;
import kz.kezek.drawing.Position.Anchor;
import kz.kezek.drawing.RibbonView;
import kz.kezek.submission.FactKind;
import kz.kezek.workspace.ComposerView.AskedItem;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.MessageView.Block;
import kz.kezek.workspace.PipsView.Pip;
import kz.kezek.workspace.SlaView.State;

/** The ticket of the mock-ups on {@link TuesdayMorning}: one that cannot be signed. */
final class TuesdayTicket {

    private TuesdayTicket() {}

    static TicketPage ticket(Mode mode) {
        return ticket(composer(mode, List.of()));
    }

    static TicketPage ticketWithErrors() {
        return ticket(composer(
                Mode.REQUEST,
                List.of(
                        new ComposerView.FieldError("items", "error.items.empty"),
                        new ComposerView.FieldError("text", "error.text.empty"))));
    }

    /** Somebody called and left no address, and what an agent wrote down of him cannot be read. */
    static TicketPage mendingWithErrors() {
        var ticket = ticket(Mode.CLOSED);
        var mending = new FiveItems.Mending(
                Map.of(FactKind.JAVA, "последняя", FactKind.EDS_VALIDITY, "скоро"),
                List.of(
                        new ComposerView.FieldError(FiveItems.field(FactKind.EDS_VALIDITY), "error.fact.eds-validity"),
                        new ComposerView.FieldError(FiveItems.field(FactKind.JAVA), "error.fact.java")));
        var caller = new ApplicantCard(
                "Ахметов Ерлан Маратович",
                Optional.empty(),
                "",
                Optional.of("+7 701 123 45 67"),
                1,
                Optional.empty(),
                Optional.of(CLAIM.href() + "?step=give-address#step"));
        return new TicketPage(
                ticket.head(),
                ticket.sla(),
                ticket.ribbon(),
                ticket.notices(),
                ticket.undo(),
                ticket.conversation(),
                ticket.five().with(mending),
                ticket.problem(),
                caller,
                ticket.composer(),
                ticket.done(),
                ticket.step(),
                ticket.ties());
    }

    static TicketPage discontinued() {
        var ticket = ticket(Mode.CLOSED);
        var head = ticket.head();
        return new TicketPage(
                new TicketPage.Head(
                        head.ticket(),
                        head.title(),
                        head.channel(),
                        head.registered(),
                        TicketPage.Stage.DISCONTINUED,
                        head.assignee(),
                        List.of(new TicketPage.Act(
                                TicketPage.Verb.UNDO_DISCONTINUATION, CLAIM.href() + "/discontinuation-undo")),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new TicketPage.Notice(
                                TicketPage.Tone.ACCENT, "notice.linked", List.of(), Optional.of(link("004798"))),
                        new TicketPage.Notice(TicketPage.Tone.LATE, "notice.private-key", List.of(), Optional.empty())),
                Optional.empty(),
                List.of(new EventView(
                        "event-9", EventView.Mood.LATE, "event.discontinued", List.of(), "3 декабря, 16:14")),
                ticket.five(),
                Optional.of(new LikelyProblem(
                        "NCA-01",
                        "NCALayer не запущен или не установлен",
                        "Запустите NCALayer и перезапустите браузер.")),
                ticket.applicant(),
                new ComposerView(
                        Mode.CLOSED,
                        List.of(Mode.NOTE),
                        CLAIM,
                        ticket.composer().recipient(),
                        ticket.composer().draft(),
                        Optional.empty(),
                        List.of(),
                        "event-9",
                        List.of()),
                Optional.empty(),
                Optional.empty(),
                new Ties(List.of(), List.of(), CLAIM));
    }

    private static TicketPage ticket(ComposerView composer) {
        return ticket(composer, Optional.empty());
    }

    private static TicketPage ticket(ComposerView composer, Optional<StepView> step) {
        return new TicketPage(
                new TicketPage.Head(
                        CLAIM,
                        new TicketPage.Title("Не подписывается исковое заявление: NCALayer не отвечает", Language.RU),
                        Channel.MAIL,
                        "пн, 23 ноября, 17:50",
                        TicketPage.Stage.IN_PROGRESS,
                        Optional.of(AIGERIM),
                        List.of(
                                new TicketPage.Act(TicketPage.Verb.RELEASE, CLAIM.href() + "/assignment"),
                                new TicketPage.Act(TicketPage.Verb.REASSIGN, CLAIM.href() + "?step=reassign"),
                                new TicketPage.Act(TicketPage.Verb.MERGE, CLAIM.href() + "?step=merge")),
                        Optional.of(
                                new TicketPage.Place(3, 17, Optional.of(link("004731")), Optional.of(link("004813"))))),
                Optional.of(first(State.AT_RISK, "36 мин", "11:20", 36)),
                Optional.of(ribbon()),
                List.of(),
                Optional.empty(),
                conversation(),
                fiveItems(),
                Optional.empty(),
                applicant(),
                composer,
                Optional.empty(),
                step,
                new Ties(
                        List.of(
                                new Ties.Tie("tie.absorbed", link("004806"), "Повторно: NCALayer", Optional.empty()),
                                new Ties.Tie(
                                        "tie.linked",
                                        link("004798"),
                                        "После обновления Chrome",
                                        Optional.of("СК-26-004798"))),
                        List.of(
                                new Ties.Person("e.akhmetov@mail.kz", "tie.role.applicant", Optional.empty()),
                                new Ties.Person(
                                        "urist@example.kz",
                                        "tie.role.representative",
                                        Optional.of("urist@example.kz"))),
                        CLAIM));
    }

    /** The step about to be taken, with an error where a number or an address is asked for. */
    static TicketPage step(TicketPage.Verb verb) {
        var fails = verb == TicketPage.Verb.MERGE || verb == TicketPage.Verb.ADD_PARTICIPANT;
        var choices = List.of(
                new StepView.Choice("1", "Ахметов Ерлан Маратович, пн, 17:50", true),
                new StepView.Choice("2", "Ахметов Ерлан Маратович, 09:12", false));
        var error = new ComposerView.FieldError(
                "number", fails && verb == TicketPage.Verb.MERGE ? "error.step.other-applicant" : "error.step.address");
        return ticket(
                composer(Mode.CLOSED, List.of()),
                Optional.of(new StepView(
                        verb,
                        CLAIM,
                        consequence(verb),
                        choices,
                        new StepView.Typed("СК-26-004798", "urist@example.kz", "key-2"),
                        verb == TicketPage.Verb.MERGE
                                ? Optional.of("Объединить с обращением другого заявителя.")
                                : Optional.empty(),
                        fails ? List.of(error) : List.of())));
    }

    private static String consequence(TicketPage.Verb verb) {
        var words = Words.in(Language.RU);
        var due = "вт, 24 ноября, 13:44";
        return switch (verb) {
            case REOPEN -> words.text("step.reopen", due);
            case UNDO_MARK, UNDO_MERGER -> words.text("step.resumed", due);
            default -> words.text("step." + SlaView.dashed(verb.name()));
        };
    }

    private static RibbonView ribbon() {
        return new RibbonView(
                new RibbonView.Sum(
                        "2 ч 24 мин",
                        new RibbonView.Limit(3, RibbonView.Unit.HOURS),
                        Optional.of("ночью с 18:30 до 09:00 часы стояли")),
                List.of(
                        new RibbonView.Day(new Position(0), "пн, 23 ноября"),
                        new RibbonView.Day(new Position(.291), "вт, 24 ноября, сегодня")),
                List.of(
                        span(RibbonView.Kind.STANDING, 0, .0676, ""),
                        span(RibbonView.Kind.COUNTED, .0676, .2027, ""),
                        span(RibbonView.Kind.STANDING, .2027, .291, ""),
                        span(RibbonView.Kind.COUNTED, .291, .6426, ""),
                        span(RibbonView.Kind.LEFT, .6426, .7636, "36 мин")),
                List.of(
                        mark(.0676, RibbonView.Moment.RECEIVED, Anchor.MIDDLE, "17:50"),
                        mark(.2468, RibbonView.Moment.STANDING, Anchor.MIDDLE, ""),
                        mark(.291, RibbonView.Moment.FAINT, Anchor.START, "09:00"),
                        mark(.6426, RibbonView.Moment.NOW, Anchor.MIDDLE, "10:44"),
                        mark(.7636, RibbonView.Moment.DUE, Anchor.MIDDLE, "11:20"),
                        mark(1, RibbonView.Moment.FAINT, Anchor.END, "12:30")),
                List.of(
                        new RibbonView.Step("пн, 17:50", "18:30", true, "40 мин", "рабочее время"),
                        new RibbonView.Step("пн, 18:30", "вт, 09:00", false, "14 ч 30 мин", "ночь"),
                        new RibbonView.Step("вт, 09:00", "11:20", true, "2 ч 20 мин", "рабочее время")));
    }

    private static RibbonView.Span span(RibbonView.Kind kind, double from, double to, String label) {
        return new RibbonView.Span(kind, new Position(from), new Position(to - from), label);
    }

    private static RibbonView.Mark mark(double at, RibbonView.Moment moment, Anchor anchor, String time) {
        return new RibbonView.Mark(new Position(at), moment, anchor, time);
    }

    private static List<Entry> conversation() {
        return List.of(
                new MessageView(
                        "message-1",
                        MessageView.Kind.INCOMING,
                        new MessageView.Author(
                                new Avatar("АЕ", "Ахметов Ерлан Маратович", 0),
                                "Ахметов Ерлан Маратович",
                                Optional.of("e.akhmetov@mail.kz")),
                        "пн, 17:50",
                        Optional.empty(),
                        Language.RU,
                        List.of(
                                new Block.Paragraph(
                                        "Добрый день! Не могу подписать иск, система пишет, что нет соединения с NCALayer."),
                                new Block.Found(List.of(
                                        new MessageView.FoundItem(
                                                1, "ЭЦП: AUTH_RSA256, НУЦ РК, срок до 02.12.2026", false),
                                        new MessageView.FoundItem(2, "Google Chrome, версия 131", false),
                                        new MessageView.FoundItem(3, "Java — не знаю", true),
                                        new MessageView.FoundItem(
                                                4,
                                                "«Соединение с NCALayer не установлено». Нажимаю «Подписать и отправить», окно выбора ключа не открывается. Перезагружал компьютер.",
                                                false),
                                        new MessageView.FoundItem(
                                                5, "Ахметов Ерлан Маратович, ИИН ••••••••0417", false))),
                                new Block.Folded("Отправлено из Почты Mail.ru для Android")),
                        List.of(
                                new MessageView.FileView(
                                        "oshibka.png", "214 КБ", true, Optional.of(CLAIM.href() + "/files/1")),
                                new MessageView.FileView(
                                        "ncalayer.log", "38 КБ", false, Optional.of(CLAIM.href() + "/files/2")))),
                new EventView(
                        "event-2",
                        EventView.Mood.GOOD,
                        "event.acceptance-notice-sent",
                        List.of("12 секунд"),
                        "пн, 17:50"),
                new MessageView(
                        "message-3",
                        MessageView.Kind.NOTE,
                        new MessageView.Author(DANIYAR, "Данияр О.", Optional.empty()),
                        "09:31",
                        Optional.empty(),
                        Language.RU,
                        List.of(
                                new Block.Paragraph(
                                        "Похоже на вчерашние случаи после обновления Chrome, смотри СК-26-004798. И ЭЦП заканчивается через 8 дней.")),
                        List.of()));
    }

    private static FiveItems fiveItems() {
        return new FiveItems(
                pips("?.x.."),
                List.of(
                        new FiveItems.Item(
                                1,
                                Pip.SUSPECT,
                                Optional.of("AUTH_RSA256, до 02.12.2026"),
                                Optional.of("осталось 8 дней")),
                        new FiveItems.Item(2, Pip.PRESENT, Optional.of("Google Chrome 131"), Optional.of("из письма")),
                        new FiveItems.Item(3, Pip.MISSING, Optional.empty(), Optional.empty()),
                        new FiveItems.Item(
                                4,
                                Pip.PRESENT,
                                Optional.of("Текст ошибки, действия, скриншот"),
                                Optional.of("2 файла")),
                        new FiveItems.Item(
                                5, Pip.PRESENT, Optional.of("Ахметов Ерлан Маратович"), Optional.of("ИИН верный"))),
                Map.of(
                        FactKind.EDS, "AUTH_RSA256",
                        FactKind.EDS_VALIDITY, "02.12.2026",
                        FactKind.BROWSER, "Google Chrome 131"));
    }

    private static ApplicantCard applicant() {
        return new ApplicantCard(
                "Ахметов Ерлан Маратович",
                Optional.of(new ApplicantCard.Identifier(ApplicantCard.Kind.IIN, "••••••••0417")),
                "e.akhmetov@mail.kz",
                Optional.empty(),
                3,
                Optional.of(CLAIM.href() + "/identifier-views"),
                Optional.empty());
    }

    private static ComposerView composer(Mode mode, List<ComposerView.FieldError> errors) {
        var text = switch (mode) {
            case ANSWER -> "Ерлан Маратович, здравствуйте!\nОбновите NCALayer до версии 1.4 и перезапустите браузер.";
            case REQUEST ->
                "Ерлан Маратович, здравствуйте!\nЧтобы найти причину, уточните, пожалуйста, данные из списка.";
            case NOTE, CLOSED -> "";
        };
        var asking = new ComposerView.Asking(
                List.of(
                        new AskedItem("JAVA", "ask.java", true, true),
                        new AskedItem("TIME", "ask.time", true, true),
                        new AskedItem("OPERATING_SYSTEM", "ask.os", true, true),
                        new AskedItem("SERVICE_PACK", "ask.service-pack", true, true),
                        new AskedItem("DESCRIPTION", "ask.description", false, false),
                        new AskedItem("SCREENSHOTS", "ask.screenshots", false, false)),
                "чт, 3 декабря, 16:14",
                72);
        return new ComposerView(
                mode,
                List.of(Mode.ANSWER, Mode.REQUEST, Mode.NOTE),
                CLAIM,
                new ComposerView.Recipient("e.akhmetov@mail.kz", Language.RU),
                new ComposerView.Draft(text, "key-1"),
                mode == Mode.REQUEST ? Optional.of(asking) : Optional.empty(),
                errors,
                "message-3",
                List.of());
    }
}
