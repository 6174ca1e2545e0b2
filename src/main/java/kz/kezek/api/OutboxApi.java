package kz.kezek.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.OutboxLetter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox over HTTP: the letters sent to applicants and what became of them. */
@RestController
@RequestMapping("/api/v1/outbox")
@Tag(name = "Outbox")
class OutboxApi {

    private static final int MOST = 1000;

    private final Correspondence correspondence;
    private final AstanaTimes times;

    OutboxApi(Correspondence correspondence, AstanaTimes times) {
        this.correspondence = correspondence;
        this.times = times;
    }

    /** A letter with the ticket it belongs to. */
    record Entry(String ticket, TicketDetail.Sent letter) {}

    /** Letters, newest first. */
    record Outbox(List<Entry> letters) {}

    @GetMapping
    @Operation(summary = "The newest letters, newest first")
    Outbox list(@RequestParam(defaultValue = "100") int limit) {
        return new Outbox(correspondence.newestLetters(Math.clamp(limit, 1, MOST)).stream()
                .map(letter -> new Entry(letter.ticketNumber(), sent(letter, times)))
                .toList());
    }

    static TicketDetail.Sent sent(OutboxLetter letter, AstanaTimes times) {
        return new TicketDetail.Sent(
                letter.id().toString(),
                letter.kind().name(),
                letter.recipient(),
                letter.subject(),
                letter.text(),
                letter.state().name(),
                times.of(letter.createdAt()),
                times.of(letter.deliveredAt()),
                letter.attempts(),
                letter.relayReply());
    }
}
