package kz.kezek.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.ReadForm;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketState;

/** Tickets whose letters lack something, as the reader of the form reads them. */
final class IncompleteTicket {

    private static final Instant AT = Instant.parse("2026-11-23T06:20:00Z");

    private IncompleteTicket() {}

    static Ticket withoutJavaAndEds(String summary) {
        return of("900101100014/СК/ " + summary, """
                2) Используемый вид Web-браузера: Chrome
                4) Прилагаемые сведения:
                - текст ошибки: Не найден ключ 900101100014
                - действия, при которых возникает ошибка: вход, выбор ключа
                5) Отправитель: Тестов Т.Т., ИИН 900101100014
                """);
    }

    static Ticket of(String subject, String text) {
        Submission read = SubmissionReader.read(new SubmissionText(subject, text));
        return new Ticket(
                new TicketId(1),
                TicketNumber.read(SampleLetters.NUMBER).orElseThrow(),
                TicketState.REGISTERED,
                Channel.MAIL,
                AT,
                AT,
                read.language(),
                read.subject().summary(),
                new Ticket.Applicant(
                        "", "", read.id().map(found -> found.id().digits()).orElse(""), ""),
                new ReadForm(
                        "СК",
                        "",
                        true,
                        Map.of(),
                        List.of(),
                        read.defects().stream().map(ReadForm.FormDefect::of).toList(),
                        read.facts()),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
