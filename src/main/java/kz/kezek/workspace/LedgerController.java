package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.LedgerFilter;
import kz.kezek.intake.LedgerReading;
import kz.kezek.intake.LedgerRow;
import kz.kezek.ticket.TicketNumber;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** The custody ledger: every letter ever offered, searched. */
@Controller
@RequestMapping("/desk/ledger")
class LedgerController {

    static final int PAGE = 50;

    private final LedgerReading ledger;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    LedgerController(LedgerReading ledger, Screens screens, CalendarInForce calendars, Clock clock) {
        this.ledger = ledger;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The search form as it comes. */
    record Form(
            Optional<String> words,
            Optional<String> ticket,
            Optional<String> fate,
            Optional<String> door,
            Optional<String> from,
            Optional<String> until) {

        LedgerPage.Sought sought() {
            return new LedgerPage.Sought(
                    typed(words), typed(ticket), typed(fate), typed(door), typed(from), typed(until));
        }

        private static String typed(Optional<String> field) {
            return field.map(text -> text.replace("\0", "").strip()).orElse("");
        }
    }

    @GetMapping
    View ledger(
            @ModelAttribute Form form,
            @RequestParam(defaultValue = "0") long before,
            @AuthenticationPrincipal SignedInAgent agent) {
        Phrases words = Words.in(agent.language());
        LedgerPage.Sought sought = form.sought();
        List<LedgerRow> found = ledger.page(filter(sought, calendars.current().zone()), before, PAGE + 1);
        List<LedgerRow> shown = found.subList(0, Math.min(PAGE, found.size()));
        var moments = new Moments(words, calendars.current().zone(), clock.instant());
        return screens.show(new LedgerPage(
                sought,
                LedgerFates.ALL.stream()
                        .map(fate -> new LedgerPage.Option(fate, words.text(LedgerFates.key(fate))))
                        .toList(),
                ledger.doors().stream()
                        .map(door -> new LedgerPage.Option(door, door))
                        .toList(),
                shown.stream().map(row -> row(row, moments, mayDownload(agent))).toList(),
                found.size() > PAGE ? Optional.of(next(sought, shown.getLast())) : Optional.empty()));
    }

    /** The bytes as they came; who took them is journalled. */
    @GetMapping("/{id:\\d{1,18}}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        if (!mayDownload(agent)) {
            throw new NotFound();
        }
        byte[] bytes =
                ledger.raw(new CustodyId(id), agent.actor(), clock.instant()).orElseThrow(NotFound::new);
        var disposition = ContentDisposition.attachment()
                .filename("letter-" + id + ".eml")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    static boolean mayDownload(SignedInAgent agent) {
        return agent.may(Role.SHIFT_LEAD) || agent.may(Role.AUDITOR);
    }

    private static LedgerFilter filter(LedgerPage.Sought sought, ZoneId zone) {
        String ticket =
                TicketNumber.read(sought.ticket()).map(TicketNumber::toString).orElse(sought.ticket());
        return new LedgerFilter(
                sought.words(),
                ticket,
                sought.fate(),
                sought.door(),
                day(sought.from(), 0, zone),
                day(sought.until(), 1, zone));
    }

    private static Optional<Instant> day(String written, int daysLater, ZoneId zone) {
        try {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(written)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static String next(LedgerPage.Sought sought, LedgerRow last) {
        return UriComponentsBuilder.fromPath("/desk/ledger")
                .queryParam("words", "{words}")
                .queryParam("ticket", "{ticket}")
                .queryParam("fate", "{fate}")
                .queryParam("door", "{door}")
                .queryParam("from", "{from}")
                .queryParam("until", "{until}")
                .queryParam("before", last.id().value())
                .encode()
                .buildAndExpand(
                        sought.words(), sought.ticket(), sought.fate(), sought.door(), sought.from(), sought.until())
                .toUriString();
    }

    private static LedgerPage.Row row(LedgerRow row, Moments moments, boolean mayDownload) {
        String fate = row.fate().orElse(LedgerFilter.IN_WORK);
        return new LedgerPage.Row(
                row.id().value(),
                moments.full(row.receivedAt()),
                row.sender(),
                Masking.of(row.subject()),
                row.messageId(),
                moments.words().text(LedgerFates.key(fate)),
                LedgerFates.tone(fate),
                row.quarantine().map(held -> QuarantineController.href(row.id())),
                row.ticketNumber().map(TicketLink::new),
                row.door(),
                FileSizes.of(row.size(), moments.words()),
                row.content().filter(content -> mayDownload).map(content -> "/desk/ledger/" + row.id() + "/raw"));
    }
}
