package kz.kezek.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.ComposerView.AskedItem;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.DayTrack.Anchor;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.MessageView.Block;
import kz.kezek.workspace.PipsView.Pip;
import kz.kezek.workspace.SlaView.Clock;
import kz.kezek.workspace.SlaView.State;

/** The desk of the mock-ups: Tuesday, 24 November 2026, 10:44 in Astana, seventeen tickets. All people are invented. */
final class TuesdayMorning {

    static final Avatar AIGERIM = new Avatar("АС", "Айгерим С.", 1);
    static final Avatar DANIYAR = new Avatar("ДО", "Данияр О.", 2);
    static final Avatar MADINA = new Avatar("МТ", "Мадина Т.", 3);
    static final Avatar RUSLAN = new Avatar("РК", "Руслан К.", 4);
    static final Avatar ZHANEL = new Avatar("ЖА", "Жанель А.", 5);
    static final TicketLink CLAIM = new TicketLink("СК-26-004812");
    static final long NOW = 1_795_499_040L;
    static final long CLOSING = NOW + 7 * 3600 + 46 * 60;

    private TuesdayMorning() {}

    static Frame frame(Preferences preferences, Way way, String path) {
        return new Frame(
                Words.in(preferences.language()),
                preferences,
                file -> "/" + file,
                new FormToken("_csrf", "token"),
                path,
                Optional.of(new Frame.Person(AIGERIM, "role.agent")),
                new Frame.Ways(way, 17, 4, 9, 4, 2, true),
                new Frame.OfficeView(true, "18:30", "7 ч 46 мин", CLOSING, NOW));
    }

    // ── queue ──

    static QueuePage queue() {
        var late = List.of(
                row("004806", first(State.BREACHED, "−34 мин", "10:10", -34))
                        .letter(
                                "Ошибка 500 при отправке апелляционной жалобы",
                                "ТОО «Алатау Лизинг»",
                                "после нажатия «Отправить» белый экран, срок подачи жалобы истекает сегодня")
                        .at("16:40", "вчера")
                        .by(DANIYAR)
                        .read(),
                row("004731", after(State.BREACHED, "−29 мин", "10:15", -29))
                        .letter(
                                "Не открывается карточка дела 7599-26-00-2/1184",
                                "Ким С. В.",
                                "прислала скриншоты и версию браузера, как просили")
                        .at("10:15", "пт")
                        .by(MADINA)
                        .read());
        var soon = List.of(
                row("004812", first(State.AT_RISK, "36 мин", "11:20", 36))
                        .letter(
                                "Не подписывается исковое заявление: NCALayer не отвечает",
                                "Ахметов Е. М.",
                                "система пишет, что нет соединения с NCALayer")
                        .items("?.x..")
                        .at("17:50", "вчера")
                        .by(AIGERIM)
                        .read(),
                row("004813", first(State.AT_RISK, "51 мин", "11:35", 51))
                        .letter(
                                "Не приходит СМС-код при входе по ЭЦП",
                                "Нурланова А. С.",
                                "код не приходит третий раз, номер в Базе мобильных граждан верный")
                        .items("x.x..")
                        .from(Channel.FORM)
                        .at("18:05", "вчера"),
                row("004814", first(State.AT_RISK, "58 мин", "11:42", 58))
                        .letter(
                                "Кабинетке кіру мүмкін емес: «Сертификат табылмады»",
                                "Оспанов Б. Қ.",
                                "кілтті жаңартқаннан кейін жүйе ескі сертификатты көрсетеді")
                        .in(Language.KK)
                        .at("18:12", "вчера"));
        var today = List.of(
                row("004815", first(State.ON_TIME, "1 ч 16 мин", "12:00", 76))
                        .letter(
                                "Файл PDF 38 МБ не прикрепляется к ходатайству",
                                "ИП «Жаксылыков»",
                                "пишет «размер превышен», хотя в правилах до 50 МБ")
                        .at("21:14", "вчера")
                        .by(AIGERIM),
                row("004816", first(State.ON_TIME, "1 ч 16 мин", "12:00", 76))
                        .letter(
                                "Не видны уведомления о назначенных заседаниях",
                                "Адвокат Тлеубаева Г. К.",
                                "в кабинете пусто, на почту тоже не приходит")
                        .items(".x...")
                        .at("02:37", "сегодня")
                        .by(RUSLAN),
                row("004818", first(State.ON_TIME, "1 ч 24 мин", "12:08", 84))
                        .letter(
                                "Госпошлина оплачена, но статус «Не оплачено»",
                                "Иванченко П. С.",
                                "оплатил через Kaspi вчера, чек приложил")
                        .from(Channel.FORM)
                        .at("09:08", "сегодня")
                        .by(MADINA),
                row("004819", first(State.ON_TIME, "1 ч 42 мин", "12:26", 102))
                        .letter(
                                "Доверенность не подтягивается к делу",
                                "АО «Сарыарка Энерго»",
                                "представитель добавлен, но дело не видит")
                        .items("..x..")
                        .at("09:26", "сегодня"),
                row("004820", first(State.ON_TIME, "2 ч 07 мин", "12:51", 127))
                        .letter(
                                "Ошибка «Истёк срок действия сертификата» у нового ключа",
                                "Сулейменова Д. А.",
                                "ключ получила в пятницу, срок до 2027 года")
                        .from(Channel.PHONE)
                        .at("09:51", "сегодня")
                        .by(DANIYAR),
                row("004821", first(State.ON_TIME, "2 ч 18 мин", "13:02", 138))
                        .letter("Не открывается решение суда в формате PDF", "Жунусов К. Т.", "скачивается файл 0 КБ")
                        .items("...x.")
                        .at("10:02", "сегодня"),
                row("004823", first(State.ON_TIME, "2 ч 47 мин", "13:31", 167))
                        .letter(
                                "Как отозвать отправленное ходатайство?",
                                "Бекенова Ж. Н.",
                                "отправила не тот файл час назад")
                        .from(Channel.FORM)
                        .at("10:31", "сегодня")
                        .by(ZHANEL),
                row("004702", after(State.ON_TIME, "4 ч 56 мин", "15:40", 296))
                        .letter(
                                "После обновления Windows 11 не запускается NCALayer",
                                "ТОО «Вектор-Юг»",
                                "прислали журнал NCALayer и версию сервис-пака")
                        .at("15:40", "пт")
                        .by(AIGERIM)
                        .read());
        var later = List.of(
                row("004688", after(State.ON_TIME, "9 ч 51 мин", "ср 11:05", 591))
                        .letter(
                                "Не загружается видеозапись заседания",
                                "Рахимбаев А. Б.",
                                "ответил на запрос, приложил два файла")
                        .at("11:05", "вчера")
                        .by(RUSLAN)
                        .read(),
                row("004690", after(State.ON_TIME, "10 ч 26 мин", "ср 11:40", 626))
                        .letter(
                                "Не находится доверенность по БИН",
                                "ТОО «Жетісу Агро»",
                                "прислали БИН доверителя и скриншот поиска")
                        .at("11:40", "вчера")
                        .by(ZHANEL)
                        .read(),
                row("004695", after(State.ON_TIME, "15 ч 06 мин", "ср 16:20", 906))
                        .letter("Двоится история дела", "Ли О. Р.", "видит две карточки по одному иску")
                        .from(Channel.FORM)
                        .at("16:20", "вчера")
                        .by(MADINA)
                        .read(),
                row("004709", after(State.ON_TIME, "17 ч 56 мин", "чт 09:40", 1076))
                        .letter(
                                "Подписанный документ остаётся в черновиках",
                                "Абенова С. Т.",
                                "сервис-пак установлен, ошибка осталась")
                        .at("09:40", "сегодня")
                        .by(AIGERIM)
                        .read());
        return new QueuePage(
                Way.QUEUE,
                Optional.of(dayTrack()),
                filters("/desk/queue"),
                List.of(
                        group(QueueGroup.Kind.BREACHED, late),
                        group(QueueGroup.Kind.AT_RISK, soon),
                        group(QueueGroup.Kind.TODAY, today),
                        group(QueueGroup.Kind.LATER, later)),
                "18:30",
                Optional.of("/desk/queue?after=4709"));
    }

    static QueuePage waiting() {
        var rows = List.of(
                row("004655", paused("51 ч 44 мин"))
                        .letter("Не открывается видеозапись", "Ибраева М. С.", "запросили версию браузера")
                        .items(".x...")
                        .at("10:44", "пн")
                        .by(AIGERIM)
                        .read(),
                row("004611", paused("4 ч 10 мин"))
                        .letter("Өтініш жіберілмейді", "Сейітов Қ. Ә.", "Java нұсқасын сұрадық")
                        .in(Language.KK)
                        .items("..x..")
                        .at("12:05", "16 ноября")
                        .by(RUSLAN)
                        .read());
        return new QueuePage(
                Way.WAITING,
                Optional.empty(),
                List.of(),
                List.of(group(QueueGroup.Kind.PAUSED, rows)),
                "18:30",
                Optional.empty());
    }

    static QueuePage nothingOfMine() {
        return new QueuePage(Way.MINE, Optional.empty(), filters("/desk/mine"), List.of(), "18:30", Optional.empty());
    }

    private static List<QueuePage.Filter> filters(String path) {
        return List.of(
                new QueuePage.Filter(
                        "queue.filter.stage",
                        List.of(
                                new QueuePage.Choice("queue.filter.stage.all", path, 17, true, true),
                                new QueuePage.Choice(
                                        "queue.filter.stage.first-answer",
                                        path + "?stage=first-answer",
                                        11,
                                        false,
                                        true),
                                new QueuePage.Choice(
                                        "queue.filter.stage.after-request",
                                        path + "?stage=after-request",
                                        6,
                                        false,
                                        true))),
                new QueuePage.Filter(
                        "queue.filter.who",
                        List.of(
                                new QueuePage.Choice("queue.filter.who.all", path, 17, true, false),
                                new QueuePage.Choice("queue.filter.who.mine", path + "?who=mine", 4, false, true),
                                new QueuePage.Choice("queue.filter.who.free", path + "?who=free", 4, false, true))));
    }

    private static DayTrack dayTrack() {
        var hours = java.util.stream.IntStream.rangeClosed(9, 18)
                .mapToObj(hour -> new DayTrack.Hour(
                        at(hour, 0),
                        hour == 11 ? "" : "" + hour,
                        hour == 9 ? Anchor.START : Anchor.MIDDLE,
                        hour % 2 == 0))
                .toList();
        var ticks = new java.util.ArrayList<>(hours);
        ticks.add(new DayTrack.Hour(at(18, 30), "18:30", Anchor.END, false));
        return new DayTrack(
                new DayTrack.Totals(13, 2, 3, 4),
                Optional.of(new DayTrack.Busiest("12", "13", 5)),
                Optional.of(new DayTrack.Now(at(10, 44), "10:44")),
                ticks,
                List.of(
                        pin(10, 10, State.BREACHED, "004806"), pin(10, 15, State.BREACHED, "004731"),
                        pin(11, 20, State.AT_RISK, "004812"), pin(11, 35, State.AT_RISK, "004813"),
                        pin(11, 42, State.AT_RISK, "004814"), pin(12, 0, State.ON_TIME, "004815"),
                        pin(12, 3, State.ON_TIME, "004816"), pin(12, 8, State.ON_TIME, "004818"),
                        pin(12, 26, State.ON_TIME, "004819"), pin(12, 51, State.ON_TIME, "004820"),
                        pin(13, 2, State.ON_TIME, "004821"), pin(13, 31, State.ON_TIME, "004823"),
                        pin(15, 40, State.ON_TIME, "004702"), pin(12, 14, State.PAUSED, "004611")));
    }

    private static DayTrack.Pin pin(int hour, int minute, State state, String number) {
        return new DayTrack.Pin(at(hour, minute), state, link(number), String.format("%d:%02d", hour, minute));
    }

    private static Position at(int hour, int minute) {
        return Position.of((hour - 9) * 60 + minute, 570);
    }

    private static QueueGroup group(QueueGroup.Kind kind, List<RowWords> rows) {
        return new QueueGroup(
                kind, rows.size(), rows.stream().map(RowWords::row).toList());
    }

    private static SlaView first(State state, String left, String until, int minutes) {
        return clock(Clock.FIRST_ANSWER, state, left, until, minutes, 180, 60);
    }

    private static SlaView after(State state, String left, String until, int minutes) {
        return clock(Clock.ANSWER_AFTER_INFORMATION, state, left, until, minutes, 1140, 240);
    }

    private static SlaView paused(String left) {
        return new SlaView(Clock.APPLICANT_REPLY, State.PAUSED, "", left, 0, SlaView.Ticking.STILL);
    }

    private static SlaView clock(
            Clock clock, State state, String left, String until, int minutes, int limit, int soon) {
        return new SlaView(
                clock,
                state,
                left,
                until,
                Math.clamp((double) minutes / limit, 0, 1),
                SlaView.Ticking.of(minutes * 60L, limit * 60L, soon * 60L));
    }

    private static TicketLink link(String number) {
        return new TicketLink("СК-26-" + number);
    }

    private static RowWords row(String number, SlaView sla) {
        return new RowWords(new QueueRow(
                link(number),
                sla,
                new QueueRow.Letter("", "", "", Language.RU),
                true,
                pips("....."),
                Channel.MAIL,
                new QueueRow.Received("", ""),
                Optional.empty()));
    }

    private static PipsView pips(String marks) {
        return new PipsView(Arrays.stream(marks.split(""))
                .map(mark -> switch (mark) {
                    case "x" -> Pip.MISSING;
                    case "?" -> Pip.SUSPECT;
                    default -> Pip.PRESENT;
                })
                .toList());
    }

    /** A row told in words, one fact after the other. */
    private record RowWords(QueueRow row) {

        RowWords letter(String subject, String applicant, String excerpt) {
            return with(
                    new QueueRow.Letter(
                            subject, applicant, excerpt, row.letter().language()),
                    row.fresh(),
                    row.pips(),
                    row.channel(),
                    row.received(),
                    row.assignee());
        }

        RowWords in(Language language) {
            var letter = row.letter();
            return with(
                    new QueueRow.Letter(letter.subject(), letter.applicant(), letter.excerpt(), language),
                    row.fresh(),
                    row.pips(),
                    row.channel(),
                    row.received(),
                    row.assignee());
        }

        RowWords items(String marks) {
            return with(
                    row.letter(),
                    row.fresh(),
                    TuesdayMorning.pips(marks),
                    row.channel(),
                    row.received(),
                    row.assignee());
        }

        RowWords from(Channel channel) {
            return with(row.letter(), row.fresh(), row.pips(), channel, row.received(), row.assignee());
        }

        RowWords at(String time, String day) {
            return with(
                    row.letter(),
                    row.fresh(),
                    row.pips(),
                    row.channel(),
                    new QueueRow.Received(time, day),
                    row.assignee());
        }

        RowWords by(Avatar agent) {
            return with(row.letter(), row.fresh(), row.pips(), row.channel(), row.received(), Optional.of(agent));
        }

        RowWords read() {
            return with(row.letter(), false, row.pips(), row.channel(), row.received(), row.assignee());
        }

        private RowWords with(
                QueueRow.Letter letter,
                boolean fresh,
                PipsView pips,
                Channel channel,
                QueueRow.Received received,
                Optional<Avatar> assignee) {
            return new RowWords(
                    new QueueRow(row.ticket(), row.sla(), letter, fresh, pips, channel, received, assignee));
        }
    }

    // ── ticket ──

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
                List.of(new EventView(
                        "event-9", EventView.Mood.LATE, "event.discontinued", List.of(), "3 декабря, 16:14")),
                ticket.five(),
                ticket.applicant(),
                new ComposerView(
                        Mode.CLOSED,
                        List.of(Mode.NOTE),
                        CLAIM,
                        ticket.composer().recipient(),
                        ticket.composer().draft(),
                        Optional.empty(),
                        List.of(),
                        "event-9"),
                Optional.empty());
    }

    private static TicketPage ticket(ComposerView composer) {
        return new TicketPage(
                new TicketPage.Head(
                        CLAIM,
                        new TicketPage.Title("Не подписывается исковое заявление: NCALayer не отвечает", Language.RU),
                        Channel.MAIL,
                        "пн, 23 ноября, 17:50",
                        TicketPage.Stage.IN_PROGRESS,
                        Optional.of(AIGERIM),
                        List.of(new TicketPage.Act(TicketPage.Verb.RELEASE, CLAIM.href() + "/assignment")),
                        Optional.of(
                                new TicketPage.Place(3, 17, Optional.of(link("004731")), Optional.of(link("004813"))))),
                Optional.of(first(State.AT_RISK, "36 мин", "11:20", 36)),
                Optional.of(ribbon()),
                List.of(),
                conversation(),
                fiveItems(),
                applicant(),
                composer,
                Optional.empty());
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
                                5, Pip.PRESENT, Optional.of("Ахметов Ерлан Маратович"), Optional.of("ИИН верный"))));
    }

    private static ApplicantCard applicant() {
        return new ApplicantCard(
                "Ахметов Ерлан Маратович",
                Optional.of(new ApplicantCard.Identifier(ApplicantCard.Kind.IIN, "••••••••0417")),
                "e.akhmetov@mail.kz",
                Optional.empty(),
                3,
                Optional.of(CLAIM.href() + "/identifier-views"));
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
                "чт, 3 декабря, 16:14");
        return new ComposerView(
                mode,
                List.of(Mode.ANSWER, Mode.REQUEST, Mode.NOTE),
                CLAIM,
                new ComposerView.Recipient("e.akhmetov@mail.kz", Language.RU),
                new ComposerView.Draft(text, "key-1"),
                mode == Mode.REQUEST ? Optional.of(asking) : Optional.empty(),
                errors,
                "message-3");
    }

    // ── sink ──

    static SinkPage sink() {
        return new SinkPage(List.of(
                new SinkPage.Row(
                        "/demo/sink/2",
                        "вт, 24 ноября, 10:44",
                        "e.akhmetov@mail.kz",
                        "[СК-26-004812] Не подписывается исковое заявление"),
                new SinkPage.Row(
                        "/demo/sink/1",
                        "пн, 23 ноября, 17:50",
                        "e.akhmetov@mail.kz",
                        "[№ СК-26-004812] Обращение зарегистрировано")));
    }

    static SinkLetterPage sinkLetter() {
        return new SinkLetterPage(
                "[№ СК-26-004812] Обращение зарегистрировано",
                List.of(
                        new SinkLetterPage.Header("From", "office@sud.kz"),
                        new SinkLetterPage.Header("To", "e.akhmetov@mail.kz"),
                        new SinkLetterPage.Header("Message-ID", "<notice.4812@sud.kz>"),
                        new SinkLetterPage.Header("Auto-Submitted", "auto-replied")),
                "Уважаемый пользователь!\n\nОбращение зарегистрировано, номер СК-26-004812.\nОтветим до вт, 24 ноября, 11:20.\n\nРабочие дни, 09:00–18:30 (время Астаны). Телефон call-центра: 1401",
                Optional.of("/demo/sink/1/html"));
    }
}
