package kz.kezek.workspace;

/**
 * The last letter has not left yet and can be taken back.
 *
 * @param href the noun that a button posts to
 * @param leavesAt when it leaves, in seconds since 1970, for the countdown
 */
public record UndoView(String href, long leavesAt) {}
