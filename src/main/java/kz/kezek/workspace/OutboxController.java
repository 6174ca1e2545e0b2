package kz.kezek.workspace;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.correspondence.HandOver;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.correspondence.OutboxLetter.State;
import kz.kezek.correspondence.OutboxReading;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.identity.SignedInAgent;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The outbox: letters as evidence. */
@Controller
@RequestMapping("/desk/outbox")
class OutboxController {

    private static final int PAGE = 50;

    private final OutboxReading outbox;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    OutboxController(OutboxReading outbox, Screens screens, CalendarInForce calendars, Clock clock) {
        this.outbox = outbox;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View letters(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") long before,
            @AuthenticationPrincipal SignedInAgent agent) {
        Optional<State> chosen = Arrays.stream(State.values())
                .filter(known -> word(known).equals(state))
                .findFirst();
        var moments = moments(agent);
        List<OutboxReading.Row> found = outbox.page(chosen, before, PAGE + 1);
        List<OutboxReading.Row> shown = found.subList(0, Math.min(PAGE, found.size()));
        String query = chosen.map(known -> "&state=" + word(known)).orElse("");
        return screens.show(new OutboxPage(
                choices(chosen),
                shown.stream().map(row -> row(row.letter(), moments)).toList(),
                found.size() > PAGE
                        ? Optional.of("/desk/outbox?before=" + shown.getLast().seq() + query)
                        : Optional.empty()));
    }

    private static List<OutboxPage.Choice> choices(Optional<State> chosen) {
        var all = new OutboxPage.Choice("outbox.state.all", "/desk/outbox", chosen.isEmpty());
        var each = Arrays.stream(State.values())
                .map(state -> new OutboxPage.Choice(
                        key(state),
                        "/desk/outbox?state=" + word(state),
                        chosen.filter(state::equals).isPresent()));
        return Stream.concat(Stream.of(all), each).toList();
    }

    private static OutboxPage.Row row(OutboxLetter letter, Moments moments) {
        return new OutboxPage.Row(
                "/desk/outbox/" + letter.id(),
                moments.full(letter.createdAt()),
                letter.recipient(),
                letter.subject(),
                moments.words().text(key(letter.state())),
                tone(letter.state()),
                moments.words().text("outbox.attempts", letter.attempts()),
                link(letter));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    View letter(@PathVariable UUID id, @AuthenticationPrincipal SignedInAgent agent) {
        OutboxLetter letter = outbox.letter(id).orElseThrow(NotFound::new);
        var moments = moments(agent);
        return screens.show(new OutboxLetterPage(
                letter.subject(),
                moments.words().text(key(letter.state())),
                tone(letter.state()),
                link(letter),
                facts(letter, moments),
                outbox.handOvers(id).stream()
                        .map(handOver -> attempt(handOver, moments))
                        .toList(),
                Masking.of(letter.text()),
                LedgerController.mayDownload(agent) ? Optional.of("/desk/outbox/" + id + "/raw") : Optional.empty()));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/raw")
    ResponseEntity<byte[]> raw(@PathVariable UUID id, @AuthenticationPrincipal SignedInAgent agent) {
        if (!LedgerController.mayDownload(agent)) {
            throw new NotFound();
        }
        byte[] bytes = outbox.raw(id, agent.actor(), clock.instant()).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".eml")
                                .build()
                                .toString())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    private static List<SinkLetterPage.Header> facts(OutboxLetter letter, Moments moments) {
        Phrases words = moments.words();
        return Stream.of(
                        new SinkLetterPage.Header(words.text("outbox.to"), letter.recipient()),
                        new SinkLetterPage.Header("Message-ID", letter.messageId()),
                        new SinkLetterPage.Header(words.text("outbox.written"), moments.full(letter.createdAt())),
                        new SinkLetterPage.Header(
                                words.text("outbox.handed"),
                                letter.deliveredAt().map(moments::full).orElse("")),
                        new SinkLetterPage.Header(
                                words.text("outbox.next"),
                                letter.nextAttemptAt().map(moments::full).orElse("")),
                        new SinkLetterPage.Header(words.text("outbox.reply"), letter.relayReply()))
                .filter(header -> !header.value().isEmpty())
                .toList();
    }

    private static OutboxLetterPage.Attempt attempt(HandOver handOver, Moments moments) {
        return new OutboxLetterPage.Attempt(
                moments.full(handOver.begunAt()),
                handOver.recipient(),
                moments.words().text("outbox.outcome." + dashed(handOver.outcome())),
                switch (handOver.outcome()) {
                    case ACCEPTED -> "good";
                    case REFUSED -> "late";
                    case TRY_AGAIN, UNKNOWN -> "soon";
                    case UNDER_WAY -> "";
                },
                (handOver.relay() + "  " + handOver.reply()).strip());
    }

    private static Optional<TicketLink> link(OutboxLetter letter) {
        return letter.ticket().map(ticket -> new TicketLink(letter.ticketNumber()));
    }

    private static String tone(State state) {
        return switch (state) {
            case DELIVERED -> "good";
            case QUEUED -> "soon";
            case FAILED, BOUNCED -> "late";
            case WITHDRAWN -> "";
        };
    }

    private static String key(State state) {
        return "outbox.state." + word(state);
    }

    private static String word(State state) {
        return dashed(state);
    }

    private static String dashed(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Moments moments(SignedInAgent agent) {
        return new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
    }
}
