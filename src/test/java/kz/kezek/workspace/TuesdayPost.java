package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.workspace.SinkLetterPage.Header;

/** The same morning's post: quarantine, ledger and outbox. All people are invented. */
final class TuesdayPost {

    private TuesdayPost() {}

    static QuarantinePage quarantine() {
        return new QuarantinePage(
                false,
                3,
                List.of(
                        quarantined(41, "пн, 23 ноября, 16:02", "не указан", "Без темы", "Отправитель не указан"),
                        quarantined(
                                57,
                                "вт, 24 ноября, 08:15",
                                "b.ospanov@mail.kz",
                                "Кабинетке кіру мүмкін емес: «Сертификат табылмады»",
                                "Письмо не удалось разобрать"),
                        quarantined(
                                61,
                                "вт, 24 ноября, 10:31",
                                "scanner-3@a-very-long-name-of-an-organisation.example.kz",
                                "Scan_2026-11-24_page_0001_of_0048_from_the_second_floor_copier",
                                "Письмо не удалось разобрать")),
                Optional.of("/desk/quarantine?after=61"),
                Optional.of(new QuarantinePage.Done(39, "отмечено как спам", "/desk/quarantine/39/release")));
    }

    private static QuarantinePage.Row quarantined(long id, String time, String sender, String subject, String reason) {
        return new QuarantinePage.Row("/desk/quarantine/" + id, time, sender, subject, reason, Optional.empty());
    }

    static QuarantinePage quarantineEmpty() {
        return new QuarantinePage(false, 0, List.of(), Optional.empty(), Optional.empty());
    }

    static QuarantineLetterPage quarantineLetter() {
        return letter(Optional.empty(), Optional.of("quarantine.error.ticket"));
    }

    static QuarantineLetterPage quarantineLetterDecided() {
        return letter(Optional.of("отмечено как спам"), Optional.empty());
    }

    private static QuarantineLetterPage letter(Optional<String> decision, Optional<String> error) {
        return new QuarantineLetterPage(
                57,
                "Письмо не удалось разобрать",
                List.of(
                        new Header("Получено", "вт, 24 ноября, 08:15"),
                        new Header("Отправитель", "b.ospanov@mail.kz"),
                        new Header("Откуда", "SMTP"),
                        new Header("Передал сервер", "192.0.2.7 (mx.mail.kz)"),
                        new Header("Размер", "18 КБ"),
                        new Header("Запись журнала", "not settled in 5 attempts: IllegalStateException")),
                "Кабинетке кіру мүмкін емес: «Сертификат табылмады»",
                "From: =?utf-8?q?=D0=91?= <b.ospanov@mail.kz>\nSubject: =?utf-8?b?0JrQsNCx?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a",
                "Сәлеметсіз бе!\n\nКілтті жаңартқаннан кейін жүйе ескі сертификатты көрсетеді.",
                Optional.of("/demo/sink/1/html"),
                Optional.of("/desk/ledger/57/raw"),
                decision,
                "b.ospanov@mail.kz",
                Optional.of("b.ospanov@mail.kz"),
                true,
                error);
    }

    static LedgerPage ledger() {
        return new LedgerPage(
                new LedgerPage.Sought("mail.kz", "", "", "SMTP", "2026-11-23", ""),
                List.of(new LedgerPage.Option("TICKET", "Обращение"), new LedgerPage.Option("QUARANTINE", "Карантин")),
                List.of(new LedgerPage.Option("IMAP", "IMAP"), new LedgerPage.Option("SMTP", "SMTP")),
                List.of(
                        row(
                                62,
                                "a.nurlanova@mail.kz",
                                "Re: [№ СК-26-004813] Обращение зарегистрировано",
                                "Ответ в обращении",
                                "accent",
                                "СК-26-004813"),
                        row(61, "scanner-3@example.kz", "Scan_2026-11-24", "Карантин", "late", ""),
                        row(
                                60,
                                "e.akhmetov@mail.kz",
                                "••••••••0417/СК/ Не подписывается исковое заявление",
                                "Обращение",
                                "accent",
                                "СК-26-004812"),
                        row(
                                59,
                                "mailer-daemon@mail.kz",
                                "Undelivered Mail Returned to Sender",
                                "Отчёт о доставке",
                                "",
                                "СК-26-004731"),
                        row(58, "boss@example.kz", "", "Не принято", "soon", "")),
                Optional.of("/desk/ledger?before=58"));
    }

    private static LedgerPage.Row row(long id, String sender, String subject, String fate, String tone, String ticket) {
        return new LedgerPage.Row(
                id,
                "вт, 24 ноября, 10:31",
                sender,
                subject,
                "CAF" + id + "-4f0a@mail.kz",
                fate,
                tone,
                tone.equals("late") ? Optional.of("/desk/quarantine/" + id) : Optional.empty(),
                Optional.of(ticket).filter(number -> !number.isEmpty()).map(TicketLink::new),
                "SMTP",
                "18 КБ",
                Optional.of("/desk/ledger/" + id + "/raw"));
    }

    static OutboxPage outbox() {
        return new OutboxPage(
                List.of(
                        new OutboxPage.Choice("outbox.state.all", "/desk/outbox", true),
                        new OutboxPage.Choice("outbox.state.queued", "/desk/outbox?state=queued", false),
                        new OutboxPage.Choice("outbox.state.delivered", "/desk/outbox?state=delivered", false),
                        new OutboxPage.Choice("outbox.state.failed", "/desk/outbox?state=failed", false),
                        new OutboxPage.Choice("outbox.state.bounced", "/desk/outbox?state=bounced", false)),
                List.of(
                        sent("Ждёт отправки", "soon", "2 попытки"),
                        sent("Передано", "good", "1 попытка"),
                        sent("Вернулось", "late", "1 попытка")),
                Optional.of("/desk/outbox?before=7"));
    }

    private static OutboxPage.Row sent(String state, String tone, String attempts) {
        return new OutboxPage.Row(
                "/desk/outbox/8d3e0a3c-3d5f-4a86-b0a0-1f6c2f0c7d11",
                "вт, 24 ноября, 10:44",
                "e.akhmetov@mail.kz",
                "[№ СК-26-004812] Обращение зарегистрировано",
                state,
                tone,
                attempts,
                Optional.of(TuesdayMorning.CLAIM));
    }

    static OutboxLetterPage outboxLetter() {
        return new OutboxLetterPage(
                "[№ СК-26-004812] Обращение зарегистрировано",
                "Передано",
                "good",
                Optional.of(TuesdayMorning.CLAIM),
                List.of(
                        new Header("Кому", "e.akhmetov@mail.kz"),
                        new Header("Message-ID", "8d3e0a3c-3d5f-4a86-b0a0-1f6c2f0c7d11@sud.kz"),
                        new Header("Написано", "вт, 24 ноября, 10:44"),
                        new Header("Передано серверу", "вт, 24 ноября, 10:46")),
                List.of(
                        new OutboxLetterPage.Attempt(
                                "вт, 24 ноября, 10:44",
                                "e.akhmetov@mail.kz",
                                "не сейчас",
                                "soon",
                                "relay.sud.kz:25  451 4.7.1 Greylisted, try again later"),
                        new OutboxLetterPage.Attempt(
                                "вт, 24 ноября, 10:46",
                                "e.akhmetov@mail.kz",
                                "принято",
                                "good",
                                "relay.sud.kz:25  250 2.0.0 Ok: queued as 4F1B2")),
                "Уважаемый пользователь!\n\nОбращение зарегистрировано, номер СК-26-004812.",
                Optional.of("/desk/outbox/8d3e0a3c-3d5f-4a86-b0a0-1f6c2f0c7d11/raw"));
    }
}
