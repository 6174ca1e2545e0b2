package kz.kezek.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * How a door is.
 *
 * @param since when it came into this state
 * @param detail why, in English, in a few words; never a letter's text, an address or a password
 * @param lastLetterAt when it last took a letter since the program started
 */
public record DoorStatus(State state, Instant since, String detail, Optional<Instant> lastLetterAt) {

    /** The states of a door. */
    public enum State {
        /** Not started, or stopped. */
        CLOSED,
        /** Letters come in. */
        OPEN,
        /** Another node has this mailbox open; this one takes over when that one falls silent. */
        STANDBY,
        /** It cannot be opened just now and tries again by itself. */
        FAILING
    }
}
