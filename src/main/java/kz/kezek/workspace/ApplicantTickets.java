package kz.kezek.workspace;

import java.util.Optional;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.intake.PhoneDesk;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tickets one applicant has: by the number given, else by the address. */
@Component
class ApplicantTickets {

    private final JdbcClient jdbc;
    private final PhoneDesk phone;

    ApplicantTickets(JdbcClient jdbc, PhoneDesk phone) {
        this.jdbc = jdbc;
        this.phone = phone;
    }

    /** From which number somebody called last about this ticket, in words. */
    Optional<String> phone(TicketId ticket) {
        return phone.lastCaller(ticket).map(PhoneNumber::shown);
    }

    int count(Ticket.Applicant applicant) {
        boolean known = !applicant.personalId().isEmpty();
        if (!known && applicant.address().isEmpty()) {
            return 1;
        }
        return jdbc.sql(
                        known
                                ? "select count(*) from ticket where applicant_id = ? and applicant_id <> ''"
                                : "select count(*) from ticket where applicant_address = ?")
                .param(known ? applicant.personalId() : applicant.address())
                .query(Integer.class)
                .single();
    }
}
