package kz.kezek.workspace;

import static kz.kezek.workspace.TuesdayMorning.AIGERIM;
import static kz.kezek.workspace.TuesdayMorning.DANIYAR;
import static kz.kezek.workspace.TuesdayMorning.MADINA;
import static kz.kezek.workspace.TuesdayMorning.RUSLAN;
import static kz.kezek.workspace.TuesdayMorning.ZHANEL;
import static kz.kezek.workspace.TuesdayMorning.after;
import static kz.kezek.workspace.TuesdayMorning.first;
import static kz.kezek.workspace.TuesdayMorning.link;
import static kz.kezek.workspace.TuesdayMorning.paused;
import static kz.kezek.workspace.TuesdayMorning.pips;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.Position;
import kz.kezek.drawing.Position.Anchor;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.SlaView.State;

/** The queue of the mock-ups on {@link TuesdayMorning}. */
final class TuesdayQueue {

    private TuesdayQueue() {}

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
}
