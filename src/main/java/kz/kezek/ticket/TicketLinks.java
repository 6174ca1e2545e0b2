package kz.kezek.ticket;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code ticket_link}: which tickets have to do with each other. */
final class TicketLinks {

    private final JdbcClient jdbc;

    TicketLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when they are linked already. */
    boolean add(TicketId one, TicketId other) {
        return jdbc.sql(
                                "insert into ticket_link (ticket_id, other_id) values (least(:one, :other), greatest(:one, :other))"
                                        + " on conflict do nothing")
                        .param("one", one.value())
                        .param("other", other.value())
                        .update()
                == 1;
    }

    /** False when they were not linked. */
    boolean remove(TicketId one, TicketId other) {
        return jdbc.sql("""
                delete from ticket_link where ticket_id = least(:one, :other) and other_id = greatest(:one, :other)
                """)
                        .param("one", one.value())
                        .param("other", other.value())
                        .update()
                == 1;
    }

    List<TicketId> of(TicketId ticket) {
        return jdbc.sql("""
                select other_id from ticket_link where ticket_id = :ticket
                union all
                select ticket_id from ticket_link where other_id = :ticket
                order by 1
                """).param("ticket", ticket.value()).query(Long.class).list().stream()
                .map(TicketId::new)
                .toList();
    }
}
