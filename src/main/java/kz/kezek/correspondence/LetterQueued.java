package kz.kezek.correspondence;

import java.util.UUID;

/** A letter waits in the outbox; heard after the commit. */
record LetterQueued(UUID id) {}
