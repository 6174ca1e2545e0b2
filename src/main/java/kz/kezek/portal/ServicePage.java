package kz.kezek.portal;

import java.util.List;

/** The way in: whether people are at work, and the days that differ from the ordinary week. */
public record ServicePage(List<Day> days) implements PublicPage {

    @Override
    public String template() {
        return "service";
    }

    /** A day that differs; no hours when nobody works. */
    public record Day(String date, String name, String hours) {}
}
