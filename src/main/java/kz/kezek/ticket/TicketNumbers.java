package kz.kezek.ticket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The running numbers, one sequence a year. A sequence never makes registrations wait for each other; the price is a gap
 * where a transaction was rolled back.
 */
final class TicketNumbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    TicketNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The next number of this calendar year. */
    TicketNumber next(int calendarYear) {
        int year = calendarYear % 100;
        String sequence = "ticket_number_%02d".formatted(year);
        if (!known.contains(year)) {
            create(sequence);
            known.add(year);
        }
        return new TicketNumber(
                year,
                jdbc.sql("select nextval('" + sequence + "')").query(Long.class).single());
    }

    /** Two who create it at once: PostgreSQL refuses one of them, and the sequence is there. */
    private void create(String sequence) {
        try {
            apart.executeWithoutResult(status ->
                    jdbc.sql("create sequence if not exists " + sequence).update());
        } catch (DuplicateKeyException createdMeanwhile) {
            return;
        }
    }
}
