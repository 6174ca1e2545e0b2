package kz.kezek.intake;

import java.time.Instant;
import java.util.List;

/**
 * How a letter was offered.
 *
 * @param door which door: {@code SMTP}, …
 * @param receivedAt the moment the door takes it (A2)
 * @param peer who offered it, such as an address and a greeting; for the ledger only
 * @param from the envelope sender; empty for the null sender
 * @param recipients the envelope recipients
 */
public record Envelope(String door, Instant receivedAt, String peer, String from, List<String> recipients) {}
