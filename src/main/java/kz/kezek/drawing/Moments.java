package kz.kezek.drawing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kz.kezek.calendar.DeadlineWords;

/** Says instants and stretches of time as seen from a moment, in the language of a page. */
public final class Moments {

    private final DeadlineWords deadlines;
    private final Phrases words;
    private final ZoneId zone;
    private final Instant at;

    public Moments(Phrases words, ZoneId zone, Instant at) {
        this.deadlines = DeadlineWords.in(words.language().locale(), zone);
        this.words = words;
        this.zone = zone;
        this.at = at;
    }

    /** The moment from which everything is seen. */
    public Instant at() {
        return at;
    }

    /** The texts of the page. */
    public Phrases words() {
        return words;
    }

    /** The formatter of deadlines in the language of the page. */
    public DeadlineWords deadlines() {
        return deadlines;
    }

    /** {@code 17:50}. */
    public String clock(Instant moment) {
        return deadlines.due(moment, moment);
    }

    /** {@code 17:50} today, {@code пн 17:50} this week, else with the date. */
    public String near(Instant moment) {
        return deadlines.due(moment, at);
    }

    /** With weekday and date: {@code пн, 23 ноября, 17:50}. */
    public String full(Instant moment) {
        return deadlines.full(moment);
    }

    /** {@code пн, 23 ноября}. */
    public String date(Instant moment) {
        return deadlines.date(local(moment));
    }

    /** {@code сегодня}, {@code вчера}, {@code пт} within six days, else {@code 16 ноября}. */
    public String day(Instant moment) {
        LocalDate day = local(moment);
        long ago = ChronoUnit.DAYS.between(day, local(at));
        if (ago == 0) {
            return words.text("day.today");
        }
        if (ago == 1) {
            return words.text("day.yesterday");
        }
        String[] weekdayAndDate = deadlines.date(day).split(", ", 2);
        return ago > 0 && ago < 7 ? weekdayAndDate[0] : weekdayAndDate[1];
    }

    /** The day of a moment by the wall clock of the calendar. */
    public LocalDate local(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
