package kz.kezek.intake;

/** A letter is in custody and waits to be settled; heard after the commit. The bytes are those that were kept. */
@SuppressWarnings("ArrayRecordComponent") // on its way from the door to the worker, compared by nobody
record LetterTaken(CustodyId id, byte[] raw) {}
