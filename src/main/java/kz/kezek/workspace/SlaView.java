package kz.kezek.workspace;

import java.util.Locale;
import java.util.Optional;

/**
 * One clock of a ticket as the dial and its two lines show it.
 *
 * @param left working time left in words («36 мин», «−34 мин»), or what it took when met
 * @param until the deadline, or the hour at which a standing clock goes on, in words
 * @param share of the limit still left, 0 to 1
 * @param ticking what a page needs to go on counting by itself
 */
public record SlaView(Clock clock, State state, String left, String until, double share, Ticking ticking) {

    /**
     * Working seconds: left (negative when broken), the limit, and below which the deadline is at risk; all absent
     * ({@code null} attributes are not written) when the clock does not run.
     */
    public record Ticking(Optional<Long> left, Optional<Long> limit, Optional<Long> soon) {

        /** A clock that does not run. */
        public static final Ticking STILL = new Ticking(Optional.empty(), Optional.empty(), Optional.empty());

        /** A running clock. */
        public static Ticking of(long left, long limit, long soon) {
            return new Ticking(Optional.of(left), Optional.of(limit), Optional.of(soon));
        }
    }

    /** The clocks an agent sees (regulation: R21, R22, R23). */
    public enum Clock {
        FIRST_ANSWER,
        ANSWER_AFTER_INFORMATION,
        APPLICANT_REPLY
    }

    /** What the clock says now. */
    public enum State {
        ON_TIME,
        AT_RISK,
        BREACHED,
        PAUSED,
        MET,
        STANDING,
        /** No clock runs: a letter of ours did not arrive and another has to be written. */
        UNDELIVERED;

        /** The word for {@code data-state} and style classes: {@code at-risk}. */
        public String word() {
            return dashed(name());
        }
    }

    /** The key of the first line. */
    public String leftKey() {
        return "sla.left." + state.word();
    }

    /** The key of the second line, short, as a row shows it. */
    public String labelKey() {
        return "sla.label." + dashed(clock.name()) + "." + state.word();
    }

    /** The key of the second line as the ticket's head shows it. */
    public String longLabelKey() {
        return "sla.long." + dashed(clock.name()) + "." + state.word();
    }

    /** The dial's sector in a unit circle: clockwise from twelve, as large as the share left. */
    public String sector() {
        if (share <= 0) {
            return "M0 0";
        }
        if (share >= 0.999) {
            return "M0-1A1 1 0 1 1 0 1A1 1 0 1 1 0-1Z";
        }
        var angle = 2 * Math.PI * share;
        return String.format(
                Locale.ROOT, "M0 0V-1A1 1 0 %d 1 %.3f %.3fZ", share > 0.5 ? 1 : 0, Math.sin(angle), -Math.cos(angle));
    }

    static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
