package kz.kezek.sla;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarData;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.CalendarVersion;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.regulation.Regulation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code calendar_version}: whole years put in force over the calendar that comes with the program, and the calendar
 * they make. The id of a version tells both: {@code kz-2026-11-22+3} is the third over the calendar of that name.
 */
@Component
class CalendarVersions implements CalendarInForce {

    private record Held(int number, BusinessCalendar calendar) {}

    /** A version that is kept, with its years already read. */
    private record Kept(int number, CalendarData years) {}

    private final JdbcClient jdbc;
    private final Regulation regulation;
    private final CalendarData bundled = CalendarData.bundled();
    private volatile Held held;
    private volatile Held lastSuperseded;

    CalendarVersions(JdbcClient jdbc, Regulation regulation) {
        this.jdbc = jdbc;
        this.regulation = regulation;
        this.held = upTo(newest());
        this.lastSuperseded = held;
    }

    @Override
    public BusinessCalendar current() {
        return held.calendar();
    }

    /** The calendar in force, after a look at whether there is a newer version. Not for a transaction that adds one. */
    BusinessCalendar refreshed() {
        int newest = newest();
        if (newest != held.number()) {
            held = upTo(newest);
        }
        return held.calendar();
    }

    /**
     * The calendar that a clock was judged by; nothing when it counted by a calendar that came with another program and is
     * no longer known.
     */
    Optional<BusinessCalendar> named(String version) {
        if (version.equals(held.calendar().version().id())) {
            return Optional.of(held.calendar());
        }
        return number(version).map(this::superseded);
    }

    private BusinessCalendar superseded(int number) {
        Held last = lastSuperseded;
        if (last.number() != number) {
            last = upTo(number);
            lastSuperseded = last;
        }
        return last.calendar();
    }

    private Optional<Integer> number(String version) {
        String base = bundled.version().id();
        if (version.equals(base)) {
            return Optional.of(0);
        }
        return version.matches("\\Q" + base + "\\E\\+[1-9][0-9]{0,8}")
                ? Optional.of(Integer.parseInt(version.substring(base.length() + 1)))
                : Optional.empty();
    }

    /** The calendar that these years would make of the one in force, under the next version. */
    BusinessCalendar next(List<CalendarYear> years, String author, Instant at) {
        int newest = newest();
        var version = new CalendarVersion(id(newest + 1), author, at);
        return regulation.calendar(data(newest).overlaidBy(new CalendarData(version, years)));
    }

    /** Keeps these years as the next version; the caller has shut out every other publication. */
    void add(List<CalendarYear> years, CalendarVersion version) {
        jdbc.sql("""
                insert into calendar_version (number, author, published_at, years)
                select coalesce(max(number), 0) + 1, :author, :at, :years from calendar_version
                """)
                .param("author", version.author())
                .param("at", version.at().atOffset(ZoneOffset.UTC))
                .param("years", years.stream().map(CalendarData::write).collect(Collectors.joining()))
                .update();
    }

    private int newest() {
        return jdbc.sql("select coalesce(max(number), 0) from calendar_version")
                .query(Integer.class)
                .single();
    }

    private Held upTo(int number) {
        return new Held(number, regulation.calendar(data(number)));
    }

    private CalendarData data(int upTo) {
        CalendarData data = bundled;
        for (Kept kept : keptUpTo(upTo)) {
            data = data.overlaidBy(kept.years());
        }
        return data;
    }

    private List<Kept> keptUpTo(int upTo) {
        return jdbc.sql("""
                select number, author, published_at, years from calendar_version
                where number <= ? order by number
                """).param(upTo).query(this::kept).list();
    }

    private Kept kept(ResultSet row, int index) throws SQLException {
        int number = row.getInt("number");
        Instant at = row.getObject("published_at", OffsetDateTime.class).toInstant();
        var version = new CalendarVersion(id(number), row.getString("author"), at);
        return new Kept(number, new CalendarData(version, years(id(number), row.getString("years"))));
    }

    private static List<CalendarYear> years(String id, String text) {
        try {
            return CalendarData.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), id)
                    .years();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String id(int number) {
        String base = bundled.version().id();
        return number == 0 ? base : base + "+" + number;
    }
}
