package kz.kezek.intake;

/**
 * A letter in a mailbox that is not done with.
 *
 * @param taken whether it is in custody already and only waits to be put away
 */
public record WaitingLetter(String uid, boolean taken) {}
