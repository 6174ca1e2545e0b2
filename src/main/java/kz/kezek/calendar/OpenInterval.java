package kz.kezek.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A half-open part of a local day, [from, to), in seconds of the wall clock; {@code to} may be 24:00. Hours of work, a break
 * or the hours of a closure.
 */
public record OpenInterval(int fromSecond, int toSecond) implements Comparable<OpenInterval> {

    private static final int DAY = 86_400;

    public static final OpenInterval WHOLE_DAY = new OpenInterval(0, DAY);

    public OpenInterval {
        if (fromSecond < 0 || toSecond > DAY || fromSecond >= toSecond) {
            throw new IllegalArgumentException(
                    "not an interval of one day: " + clock(fromSecond) + "-" + clock(toSecond));
        }
    }

    public static OpenInterval of(LocalTime from, LocalTime to) {
        return new OpenInterval(from.toSecondOfDay(), to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay());
    }

    /** Reads {@code 09:00-18:30}, with a hyphen or an en dash; throws {@link IllegalArgumentException} in one sentence. */
    public static OpenInterval parse(String text) {
        int dash = Math.max(text.indexOf('-'), text.indexOf('–'));
        if (dash < 0) {
            throw new IllegalArgumentException("'" + text + "' is not an interval like 13:00-14:30");
        }
        return new OpenInterval(second(text.substring(0, dash), text), second(text.substring(dash + 1), text));
    }

    private static int second(String clock, String whole) {
        String trimmed = clock.strip();
        if (trimmed.equals("24:00")) {
            return DAY;
        }
        try {
            return LocalTime.parse(trimmed).toSecondOfDay();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + whole + "' is not an interval like 13:00-14:30", e);
        }
    }

    public int seconds() {
        return toSecond - fromSecond;
    }

    boolean overlaps(OpenInterval other) {
        return fromSecond < other.toSecond && other.fromSecond < toSecond;
    }

    @Override
    public int compareTo(OpenInterval other) {
        return Integer.compare(fromSecond, other.fromSecond);
    }

    /** {@code 09:00–18:30}; seconds appear only when there are any. */
    @Override
    public String toString() {
        return clock(fromSecond) + "–" + clock(toSecond);
    }

    private static String clock(int second) {
        return second == DAY
                ? "24:00"
                : LocalTime.ofSecondOfDay(Math.floorMod(second, DAY)).toString();
    }
}
