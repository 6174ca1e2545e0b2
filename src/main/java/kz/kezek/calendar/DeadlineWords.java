package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * How deadlines and stretches of time are said to people, in Russian, Kazakh or English: the one formatter of pages,
 * letters, the API and the command line. A number and its unit are held together by U+00A0, never by U+202F.
 */
public final class DeadlineWords {

    private static final String NBSP = "\u00A0";
    private static final char MINUS = '\u2212';

    private final CalendarTexts texts;
    private final ZoneId zone;

    private DeadlineWords(CalendarTexts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** The words of a language, by the wall clock of a zone. An unknown language reads Russian. */
    public static DeadlineWords in(Locale locale, ZoneId zone) {
        return new DeadlineWords(CalendarTexts.of(locale), zone);
    }

    /** Time left, minutes begun dropped: {@code 36 мин}, {@code 2 ч 07 мин}, {@code 15 ч 06 мин}; under a minute in words. */
    public String left(BusinessTime left) {
        return left.seconds() < 60 ? texts.text("duration.lessThanMinute") : minutes(left.seconds() / 60);
    }

    /** Time overdue, a minute begun counted whole, after a true minus sign: {@code −34 мин}. */
    public String overdue(BusinessTime overdue) {
        return MINUS + minutes((overdue.seconds() + 59) / 60);
    }

    /** Time left or overdue at a moment: {@code consumed} of {@code budget}. */
    public String balance(BusinessTime budget, BusinessTime consumed) {
        return consumed.compareTo(budget) > 0 ? overdue(consumed.minus(budget)) : left(budget.minus(consumed));
    }

    /** Exactly, with seconds when there are any: {@code 2 ч 59 мин 59 с}. */
    public String exactly(BusinessTime time) {
        long seconds = time.seconds() % 60;
        if (time.seconds() < 60) {
            return seconds + NBSP + texts.text("duration.second");
        }
        String minutes = minutes(time.seconds() / 60);
        return seconds == 0 ? minutes : minutes + NBSP + two(seconds) + NBSP + texts.text("duration.second");
    }

    /** In working days of a length: {@code 1 день 5 ч 36 мин}; shorter than a day as {@link #left}. */
    public String inDays(BusinessTime time, BusinessTime day) {
        if (time.compareTo(day) < 0) {
            return left(time);
        }
        String days = texts.format("duration.days", time.seconds() / day.seconds());
        long rest = time.seconds() % day.seconds() / 60;
        return rest == 0 ? days : days + NBSP + minutes(rest);
    }

    private String minutes(long minutes) {
        if (minutes < 60) {
            return minutes + NBSP + texts.text("duration.minute");
        }
        return minutes / 60
                + NBSP
                + texts.text("duration.hour")
                + NBSP
                + two(minutes % 60)
                + NBSP
                + texts.text("duration.minute");
    }

    /** As short as stays clear at a moment: {@code 11:20} today, {@code ср 11:05} this week or tomorrow, else {@link #full}. */
    public String due(Instant due, Instant at) {
        LocalDateTime local = local(due);
        LocalDate today = local(at).toLocalDate();
        if (local.toLocalDate().equals(today)) {
            return clock(local);
        }
        boolean tomorrow = local.toLocalDate().equals(today.plusDays(1));
        if (tomorrow || monday(local.toLocalDate()).equals(monday(today))) {
            return weekday(local) + NBSP + clock(local);
        }
        return full(due);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** With weekday and date: {@code вт, 24 ноября, 11:20}. */
    public String full(Instant moment) {
        LocalDateTime local = local(moment);
        return date(local.toLocalDate()) + ", " + clock(local);
    }

    /** {@code вт, 24 ноября}. */
    public String date(LocalDate date) {
        return texts.text("weekday." + date.getDayOfWeek().getValue())
                + ", "
                + date.getDayOfMonth()
                + NBSP
                + texts.text("month." + date.getMonthValue());
    }

    /** For letters, with the year and whose time it is: {@code 24.11.2026 11:20 (время Астаны)}; plain spaces. */
    public String letter(Instant moment) {
        LocalDateTime local = local(moment);
        return two(local.getDayOfMonth()) + "." + two(local.getMonthValue()) + "." + local.getYear() + " "
                + clock(local) + " (" + texts.text("astanaTime") + ")";
    }

    private static String clock(LocalDateTime local) {
        return two(local.getHour()) + ":" + two(local.getMinute());
    }

    /** {@code 11:20}, or {@code 11:20:05}: an explanation shows seconds when there are any, so that its sums can be checked. */
    static String exactClock(LocalDateTime local) {
        return local.getSecond() == 0 ? clock(local) : clock(local) + ":" + two(local.getSecond());
    }

    String exactFull(Instant moment) {
        LocalDateTime local = local(moment);
        return date(local.toLocalDate()) + ", " + exactClock(local);
    }

    /** The norm itself: {@code 3 рабочих часа}, {@code 60 минут}. */
    public String limit(TimeLimit limit) {
        return switch (limit) {
            case TimeLimit.BusinessHours hours -> {
                long seconds = hours.budget().seconds();
                yield seconds % 3600 == 0
                        ? texts.format("limit.hours", seconds / 3600)
                        : texts.format("limit.time", exactly(hours.budget()));
            }
            case TimeLimit.BusinessDays days -> texts.format("limit.days", days.budget());
            case TimeLimit.Elapsed elapsed ->
                texts.format("limit.minutes", elapsed.budget().toMinutes());
            case TimeLimit.EarlierOf either ->
                texts.format("limit.earlier", limit(either.first()), limit(either.second()));
        };
    }

    private String weekday(LocalDateTime local) {
        return texts.text("weekday." + local.getDayOfWeek().getValue());
    }

    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
