package kz.kezek.correspondence;

import java.util.OptionalInt;

/**
 * A deadline as a letter says it: the moment in words of the letter's language, and why it is that moment.
 *
 * @param when the moment with its date, «вт, 24 ноября 2026, 11:20»; put into the text after a colon
 * @param explanation one or two sentences on how the time is counted; may be empty
 * @param percentToday how much of the limit passes today, 0 to 100, drawn as a bar; empty draws none
 */
public record Due(String when, String explanation, OptionalInt percentToday) {

    public Due {
        if (percentToday.isPresent() && (percentToday.getAsInt() < 0 || percentToday.getAsInt() > 100)) {
            throw new IllegalArgumentException("A share of the time limit is 0 to 100 percent, not " + percentToday);
        }
    }

    /** A deadline without the bar. */
    public static Due of(String when, String explanation) {
        return new Due(when, explanation, OptionalInt.empty());
    }
}
