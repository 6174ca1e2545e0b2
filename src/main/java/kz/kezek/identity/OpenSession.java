package kz.kezek.identity;

import java.time.Instant;

/** A session of an agent. */
public record OpenSession(Instant began, Instant lastUsed, boolean current) {}
