package kz.kezek.portal;

import java.util.List;

/** The way in: whether people are at work, what is known to be wrong, and the days that differ from the ordinary week. */
public record ServicePage(List<Day> days, List<Trouble> troubles) implements PublicPage {

    @Override
    public String template() {
        return "service";
    }

    /** A day that differs; no hours when nobody works. */
    public record Day(String date, String name, String hours) {}

    /** An incident: what it is, since when, and until when; the end is empty while it lasts. */
    public record Trouble(String text, String since, String until) {}

    /** Those that last. */
    public List<Trouble> lasting() {
        return troubles.stream().filter(trouble -> trouble.until().isEmpty()).toList();
    }

    /** Those that are over. */
    public List<Trouble> over() {
        return troubles.stream().filter(trouble -> !trouble.until().isEmpty()).toList();
    }
}
