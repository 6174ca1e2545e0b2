package kz.kezek.intake.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.storage.BlobStore;

/** The SMTP door of a whole running program, and what the ledger has of the letters that came through it. */
record OpenSmtpDoor(RunningDesk desk) implements AutoCloseable {

    static OpenSmtpDoor with(Map<String, Object> settings) {
        return new OpenSmtpDoor(RunningDesk.at("2026-11-23T05:15:00Z", settings));
    }

    int port() {
        return bean(SmtpDoor.class).port();
    }

    <T> T bean(Class<T> type) {
        return desk.bean(type);
    }

    /** The letters with this envelope sender. */
    List<LedgerEntry> from(String envelopeFrom) {
        return bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 1000).stream()
                .filter(entry -> entry.envelope().from().equals(envelopeFrom))
                .toList();
    }

    /** The bytes kept of the only letter with this envelope sender. */
    String raw(String envelopeFrom) {
        List<LedgerEntry> found = from(envelopeFrom);
        assertThat(found).hasSize(1);
        return new String(
                bean(BlobStore.class)
                        .get(found.getFirst().content().orElseThrow())
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        desk.close();
    }
}
