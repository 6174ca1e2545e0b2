package kz.kezek.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.HandOver;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.correspondence.OutboxReading;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final OutboxReading outbox;
    private final AstanaTimes times;

    OutboxApi(Correspondence correspondence, OutboxReading outbox, AstanaTimes times) {
        this.correspondence = correspondence;
        this.outbox = outbox;
        this.times = times;
    }

    /** A letter with the ticket it belongs to. */
    record Entry(String ticket, TicketDetail.Sent letter) {}

    /** Letters, newest first. */
    record Outbox(List<Entry> letters) {}

    /** One time a letter was handed to the relay; {@code UNKNOWN} when the program ended before it noted the answer. */
    record HandedOver(int number, OffsetDateTime begunAt, String outcome, String to, String relay, String reply) {}

    /** A letter with each time it was handed over, in order. */
    record Evidence(String ticket, TicketDetail.Sent letter, List<HandedOver> handOvers) {}

    @GetMapping
    @Operation(summary = "The newest letters, newest first")
    Outbox list(@RequestParam(defaultValue = "100") int limit) {
        return new Outbox(correspondence.newestLetters(Math.clamp(limit, 1, MOST)).stream()
                .map(letter -> new Entry(letter.ticketNumber(), sent(letter, times)))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One letter, and what came of each time it was handed over")
    Evidence letter(@PathVariable UUID id) {
        OutboxLetter letter =
                outbox.letter(id).orElseThrow(() -> new ApiProblem.NotFound("There is no letter with this id."));
        return new Evidence(
                letter.ticketNumber(),
                sent(letter, times),
                outbox.handOvers(id).stream().map(this::handedOver).toList());
    }

    private HandedOver handedOver(HandOver handOver) {
        return new HandedOver(
                handOver.number(),
                times.of(handOver.begunAt()),
                handOver.outcome().name(),
                handOver.recipient(),
                handOver.relay(),
                handOver.reply());
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
