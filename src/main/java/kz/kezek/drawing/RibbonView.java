package kz.kezek.drawing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.drawing.Position.Anchor;

/** Why a deadline is what it is: counted time solid, standing time hatched, what is left outlined; and the same in words. */
public record RibbonView(Sum sum, List<Day> days, List<Span> spans, List<Mark> marks, List<Step> steps) {

    /** «Прошло … из …»: what was spent, the limit, and why the clock stood, in words. */
    public record Sum(String spent, Limit limit, Optional<String> standing) {}

    /** A limit as the regulation names it: working hours or working days. */
    public record Limit(int amount, Unit unit) {

        /** The key of the sentence. */
        public String key() {
            return "ribbon.sum." + dashed(unit.name());
        }
    }

    /** What a limit counts. */
    public enum Unit {
        HOURS,
        DAYS
    }

    /** The name of a day above the ribbon. */
    public record Day(Position at, String label) {}

    /** A stretch of the ribbon; the label stands inside it. */
    public record Span(Kind kind, Position from, Position width, String label) {

        /** Where a label inside begins. */
        public Position labelAt() {
            return from;
        }
    }

    /** What a stretch is. */
    public enum Kind {
        COUNTED,
        STANDING,
        LEFT,
        OVERDUE,
        AHEAD;

        /** The style class. */
        public String word() {
            return dashed(name());
        }
    }

    /** A named moment below the ribbon. */
    public record Mark(Position at, Moment moment, Anchor anchor, String time) {}

    /** What a moment is. */
    public enum Moment {
        RECEIVED,
        NOW,
        DUE,
        BREACHED,
        FAINT,
        STANDING;

        /** The style class. */
        public String word() {
            return dashed(name());
        }

        /** The key of the word beside the time; empty for moments that need none. */
        public Optional<String> key() {
            return this == NOW || this == FAINT ? Optional.empty() : Optional.of("ribbon.mark." + word());
        }
    }

    /** One line of the explanation in words: from when to when, how long, and why it counted or not. */
    public record Step(String from, String to, boolean counted, String length, String reason) {}

    private static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
