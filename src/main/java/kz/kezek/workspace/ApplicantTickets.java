package kz.kezek.workspace;

import kz.kezek.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tickets one applicant has: by the number given, else by the address. */
@Component
class ApplicantTickets {

    private final JdbcClient jdbc;

    ApplicantTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(Ticket.Applicant applicant) {
        boolean known = !applicant.personalId().isEmpty();
        return jdbc.sql(
                        known
                                ? "select count(*) from ticket where applicant_id = ? and applicant_id <> ''"
                                : "select count(*) from ticket where applicant_address = ?")
                .param(known ? applicant.personalId() : applicant.address())
                .query(Integer.class)
                .single();
    }
}
