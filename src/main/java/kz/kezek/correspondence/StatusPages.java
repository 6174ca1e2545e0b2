package kz.kezek.correspondence;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import kz.kezek.applicant.Language;
import kz.kezek.ticket.Ticket;

/** Where an applicant finds the page of a ticket: what the buttons of letters lead to. */
public interface StatusPages {

    /** A new secret link to the ticket, by language; empty when pages are not reachable from outside. */
    Map<Language, URI> linksTo(Ticket ticket, Instant at);
}
