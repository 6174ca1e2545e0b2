package kz.kezek.intake;

/** A letter is in custody and waits to be settled; heard after the commit. */
record LetterTaken(CustodyId id) {}
