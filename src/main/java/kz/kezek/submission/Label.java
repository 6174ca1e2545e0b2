package kz.kezek.submission;

/**
 * A label found in a line.
 *
 * @param start where its first word begins
 * @param valueStart where what follows it begins, past the colon or dash
 * @param divided whether a colon, dash or the like ends it
 * @param namesPart whether it asks for a version or a validity, with or without what they are of
 */
record Label(Slot slot, int start, int valueStart, boolean divided, boolean namesPart) {}
