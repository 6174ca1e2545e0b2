package kz.kezek.drawing;

import java.util.Locale;

/** A place along a drawn line as a share of its length, 0 to 1; in SVG attributes a percentage. */
public record Position(double share) {

    /** Where {@code part} lies in {@code whole}, held within the line. */
    public static Position of(double part, double whole) {
        return new Position(whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1));
    }

    /** The percentage as SVG wants it, e.g. {@code 12.28%}. */
    public String percent() {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }

    /** Which end of a label stands at its position. */
    public enum Anchor {
        START,
        MIDDLE,
        END;

        /** The value of {@code text-anchor}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
