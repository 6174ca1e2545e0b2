package kz.kezek.sla;

import java.util.List;
import javax.sql.DataSource;
import kz.kezek.regulation.Regulation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which open tickets other rules would move: every running clock counted by those rules, in the calendar's data in force. */
public final class RegulationForesight {

    private static final String NO_VERSION = "";

    private final OpenClocks clocks;

    private RegulationForesight(OpenClocks clocks) {
        this.clocks = clocks;
    }

    /** Over a migrated database. */
    public static RegulationForesight over(DataSource database) {
        return new RegulationForesight(new OpenClocks(JdbcClient.create(database)));
    }

    /** The running clocks that would end at another instant under these rules; changes nothing. */
    public List<MovedDeadline> moved(Regulation next) {
        var calendar = next.calendar();
        return clocks.notUnder(NO_VERSION).stream()
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
