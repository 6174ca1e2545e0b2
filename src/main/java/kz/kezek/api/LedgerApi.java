package kz.kezek.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.storage.BlobId;
import kz.kezek.ticket.TicketId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The custody ledger over HTTP: every letter ever offered and what became of it. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "Ledger")
class LedgerApi {

    private static final int MOST = 1000;

    private final CustodyLedger ledger;
    private final AstanaTimes times;

    LedgerApi(CustodyLedger ledger, AstanaTimes times) {
        this.ledger = ledger;
        this.times = times;
    }

    /** A page of the ledger and the cursor of the next; none when this is the last. */
    record LedgerPage(List<Entry> entries, @Nullable String nextCursor) {}

    /** One letter; {@code fate} is absent while it is being settled. */
    record Entry(
            long id,
            String door,
            OffsetDateTime receivedAt,
            String envelopeFrom,
            List<String> recipients,
            String messageId,
            long size,
            @Nullable String sha256,
            @Nullable String fate,
            String detail,
            @Nullable Long ticketId,
            @Nullable OffsetDateTime settledAt,
            int attempts) {}

    @GetMapping
    @Operation(summary = "Letters received since an instant, in the order of receipt")
    LedgerPage list(
            @RequestParam(defaultValue = "1970-01-01T00:00:00Z") OffsetDateTime since,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") long cursor) {
        int size = Math.clamp(limit, 1, MOST);
        Instant from = since.toInstant();
        List<LedgerEntry> found = ledger.since(from, new CustodyId(cursor), size + 1);
        List<LedgerEntry> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? shown.getLast().id().toString() : null;
        return new LedgerPage(shown.stream().map(this::entry).toList(), next);
    }

    private Entry entry(LedgerEntry entry) {
        return new Entry(
                entry.id().value(),
                entry.envelope().door(),
                times.of(entry.envelope().receivedAt()),
                entry.envelope().from(),
                entry.envelope().recipients(),
                entry.messageId(),
                entry.size(),
                entry.content().map(BlobId::hex).orElse(null),
                entry.fate().orElse(null),
                entry.detail(),
                entry.ticket().map(TicketId::value).orElse(null),
                times.of(entry.settledAt()),
                entry.attempts());
    }
}
