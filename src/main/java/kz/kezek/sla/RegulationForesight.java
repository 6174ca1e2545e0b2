package kz.kezek.sla;

import java.util.List;
import javax.sql.DataSource;
import kz.kezek.regulation.Regulation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which open tickets other rules would move: every running clock counted by those rules, in the calendar's data in force. */
public final class RegulationForesight {

    private final JdbcClient jdbc;
    private final OpenClocks clocks;

    private RegulationForesight(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.clocks = new OpenClocks(jdbc);
    }

    /** Over a migrated database. */
    public static RegulationForesight over(DataSource database) {
        return new RegulationForesight(JdbcClient.create(database));
    }

    /** The running clocks that would end at another instant under these rules; changes nothing. */
    public List<MovedDeadline> moved(Regulation next) {
        var calendar = new CalendarVersions(jdbc, next).current();
        return clocks.all().stream()
                .map(clock -> new MovedDeadline(
                        clock.ticket(),
                        clock.number(),
                        clock.kind(),
                        clock.dueAt(),
                        calendar.dueAt(
                                clock.startedAt(), next.term(clock.kind()).limit())))
                .filter(moved -> !moved.from().equals(moved.to()))
                .toList();
    }
}
