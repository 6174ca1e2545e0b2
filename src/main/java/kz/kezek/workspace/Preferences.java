package kz.kezek.workspace;

import java.util.Locale;
import kz.kezek.applicant.Language;

/** How one agent wants the pages: kept in cookies, so the server renders the right attributes at once. */
public record Preferences(Language language, Theme theme, Density density, boolean keys, Notify notifications) {

    /** Russian, as the system has it, comfortable, with single-key shortcuts. */
    public static final Preferences DEFAULT = new Preferences(Language.RU, Theme.SYSTEM, Density.COMFORTABLE, true);

    /** Pages that tell nothing outside themselves. */
    public Preferences(Language language, Theme theme, Density density, boolean keys) {
        this(language, theme, density, keys, Notify.OFF);
    }

    /** What the browser tells: nothing, what is the agent's, or also tickets that nobody has. */
    public enum Notify {
        OFF,
        MINE,
        FREE;

        /** The word for attributes and forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Light, dark, or as the agent's system has it. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK;

        /** The word for attributes and forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The theme that the one theme button chooses next. */
        public Theme next() {
            return values()[(ordinal() + 1) % values().length];
        }

        /** The icon of this theme. */
        public String icon() {
            return switch (this) {
                case SYSTEM -> "monitor";
                case LIGHT -> "sun";
                case DARK -> "moon";
            };
        }
    }

    /** Two lines a row, or one. */
    public enum Density {
        COMFORTABLE,
        COMPACT;

        /** The word for attributes and forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The other density. */
        public Density other() {
            return this == COMFORTABLE ? COMPACT : COMFORTABLE;
        }
    }
}
