package kz.kezek.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * An API token as it is listed: its value was shown once and is not kept.
 *
 * @param lastUsedAt the hour in which it was last accepted
 */
public record ApiToken(
        long id,
        String name,
        Role role,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
