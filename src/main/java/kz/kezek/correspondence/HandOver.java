package kz.kezek.correspondence;

import java.time.Instant;

/**
 * One time a letter was handed to the relay. It is written down before it happens, so that a program cut off in between
 * leaves a trace and not a riddle.
 *
 * @param recipient the envelope recipient
 * @param relay which relay, as host and port
 * @param reply the relay's own words for this recipient
 */
public record HandOver(int number, Instant begunAt, Outcome outcome, String recipient, String relay, String reply) {

    /** What came of it. */
    public enum Outcome {
        /** In progress just now. */
        UNDER_WAY,
        /** 250: the letter is in the relay's hands. */
        ACCEPTED,
        /** Not now: 4xx, no connection. */
        TRY_AGAIN,
        /** Never: 5xx. */
        REFUSED,
        /** The program ended before it noted the relay's answer; the letter was handed over again under the same Message-ID. */
        UNKNOWN
    }
}
