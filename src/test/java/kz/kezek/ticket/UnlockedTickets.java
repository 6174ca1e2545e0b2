package kz.kezek.ticket;

import java.lang.reflect.Proxy;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The register of a running program with the lock on the ticket taken away: the rule broken for a negative control. */
public final class UnlockedTickets {

    private static final String LOCK = " for update";

    private UnlockedTickets() {}

    /** As this program's own, but for the lock. */
    public static TicketRegister of(ApplicationContext program) {
        return new TicketRegister(
                withoutLocks(program.getBean(JdbcClient.class)),
                program.getBean(PlatformTransactionManager.class),
                program.getBean(JsonMapper.class),
                program.getBean(Journal.class),
                program,
                program.getBean(Regulation.class));
    }

    private static JdbcClient withoutLocks(JdbcClient jdbc) {
        return (JdbcClient) Proxy.newProxyInstance(
                UnlockedTickets.class.getClassLoader(),
                new Class<?>[] {JdbcClient.class},
                (proxy, method, arguments) -> jdbc.sql(((String) arguments[0]).replace(LOCK, "")));
    }
}
