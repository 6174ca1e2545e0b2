package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A page of the queue asks for its tickets in two statements, however many tickets, drafts and colleagues there are. */
class QueueStatementsTest {

    @Test
    void readsAPageOfTicketsInTwoStatements() {
        try (RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z")) {
            var agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
            agent.send("/desk/queue", "/preferences", Map.of("density", List.of("compact")));

            List<String> statements = statementsOf(() -> agent.get("/desk/queue?stage=first-answer&who=free"));

            assertThat(statements)
                    .filteredOn(sql -> sql.matches("(?s).*(from|join) ticket\\s.*"))
                    .hasSize(2);
            assertThat(statements).filteredOn(sql -> sql.contains("draft")).hasSize(1);
        }
    }

    private static List<String> statementsOf(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
        try {
            work.run();
            return heard.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(message -> message.contains("select"))
                    .toList();
        } finally {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(Level.WARN);
        }
    }
}
