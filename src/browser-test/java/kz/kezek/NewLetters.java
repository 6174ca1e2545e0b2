package kz.kezek;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Applicants' first letters to a desk that nobody else writes to. */
final class NewLetters {

    private final RunningDesk desk;
    private int sent;

    NewLetters(RunningDesk desk) {
        this.desk = desk;
    }

    /** Posts a letter and returns the number of its ticket once it is registered. */
    String post(String subject, String from) throws Exception {
        sent++;
        String letter = """
                From: %s
                To: office@sud.kz
                Subject: =?utf-8?b?%s?=
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Не открывается карточка дела, попытка %d
                """.formatted(from, Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)), sent)
                .replace("\n", "\r\n");
        desk.post(letter.getBytes(StandardCharsets.UTF_8), from, "office@sud.kz");
        desk.tickets(sent);
        return "СК-26-%06d".formatted(sent);
    }
}
