package kz.kezek.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code ticket_participant}: from which addresses a number is believed. */
final class Participants {

    /** The ticket with those merged into it whose applicant writes from the same address: to others it stays closed. */
    private static final String ONE_APPLICANTS = """
            with recursive one (id) as (
                select id from ticket where id = :ticket
                union all
                select merged.id from ticket merged
                    join one on merged.merged_into = one.id
                    join ticket into_ on into_.id = one.id
                where into_.applicant_address <> ''
                    and lower(into_.applicant_address) = lower(merged.applicant_address))
            """;

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the address takes part already, in whatever role. */
    boolean add(TicketId ticket, String address, ParticipantRole role) {
        return jdbc.sql("insert into ticket_participant (ticket_id, address, role) values (?, lower(?), ?)"
                                + " on conflict do nothing")
                        .params(ticket.value(), address, role.name())
                        .update()
                == 1;
    }

    /** An address in copy may become a representative, and back; false when there was nothing to change. */
    boolean change(TicketId ticket, String address, ParticipantRole role) {
        return jdbc.sql("""
                update ticket_participant set role = :role
                where ticket_id = :ticket and address = lower(:address) and role not in ('APPLICANT', :role)
                """)
                        .param("role", role.name())
                        .param("ticket", ticket.value())
                        .param("address", address)
                        .update()
                == 1;
    }

    /** False when the address takes no part, or is the applicant's. */
    boolean remove(TicketId ticket, String address) {
        return jdbc.sql(
                                "delete from ticket_participant where ticket_id = ? and address = lower(?) and role <> 'APPLICANT'")
                        .params(ticket.value(), address)
                        .update()
                == 1;
    }

    List<Participant> of(TicketId ticket) {
        return jdbc.sql("select address, role from ticket_participant where ticket_id = ? order by role, address")
                .param(ticket.value())
                .query((row, index) ->
                        new Participant(row.getString("address"), ParticipantRole.valueOf(row.getString("role"))))
                .list();
    }

    /** As whom the address takes part; nearly always as the applicant, which is found without a look at mergers. */
    Optional<ParticipantRole> role(TicketId ticket, String address) {
        return isApplicant(ticket, address) ? Optional.of(ParticipantRole.APPLICANT) : roleAmongMerged(ticket, address);
    }

    private boolean isApplicant(TicketId ticket, String address) {
        return jdbc.sql("""
                select exists (select from ticket_participant
                where ticket_id = ? and address = lower(?) and role = 'APPLICANT')
                """)
                .params(ticket.value(), address)
                .query(Boolean.class)
                .single();
    }

    private Optional<ParticipantRole> roleAmongMerged(TicketId ticket, String address) {
        return jdbc.sql(ONE_APPLICANTS + """
                select role from ticket_participant join one on one.id = ticket_id where address = lower(:address)
                order by role = 'COPIED', role limit 1
                """)
                .param("ticket", ticket.value())
                .param("address", address)
                .query(String.class)
                .optional()
                .map(ParticipantRole::valueOf);
    }
}
