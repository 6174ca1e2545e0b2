package kz.kezek.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAddress;
import kz.kezek.mail.MailKind;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides where a letter goes: report, machine, duplicate, reply, or new. A reply is known by what only its correspondents
 * can know (the Message-ID or the token of a letter of ours), or by the number together with a sender of that ticket; a
 * stranger who quotes a number gets a ticket of his own (R33).
 */
@Component
class LetterRouting {

    /** English, Russian and Kazakh programs; only the outermost prefix says what this letter is. */
    private static final Pattern FORWARDED = Pattern.compile(
            "\\s*(?:fwd?|fw|пересл|пер|пд|қайта жіберу|жолд)\\s*:", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final Correspondence correspondence;
    private final LedgerEntries entries;
    private final OurAddresses addresses;
    private final Duration duplicateWindow;

    LetterRouting(
            TicketRegister tickets,
            TicketRelations relations,
            Correspondence correspondence,
            Regulation regulation,
            OurAddresses addresses,
            JdbcClient jdbc,
            JsonMapper json) {
        this.tickets = tickets;
        this.relations = relations;
        this.correspondence = correspondence;
        this.entries = new LedgerEntries(jdbc, json);
        this.addresses = addresses;
        this.duplicateWindow = regulation.windows().duplicate();
    }

    Route route(ReadLetter letter) {
        InboundMail mail = letter.mail();
        if (mail.bounce().isPresent() && mail.kind() == MailKind.BOUNCE) {
            return new Route.ToDeliveryReport();
        }
        Optional<TicketId> cited = byMessageId(mail).or(() -> byToken(letter));
        if (correspondence.isOurs(mail.messageId())) {
            return new Route.ToNobody("a letter of ours came back", cited);
        }
        if (letter.sender().isEmpty()) {
            return new Route.ToQuarantine("nobody is named as its sender");
        }
        if (addresses.isOurs(letter.sender().get().address())) {
            return new Route.ToQuarantine("written under an address of our own");
        }
        if (mail.automatic() && !letter.looksLikeTheForm()) {
            return new Route.ToNobody("sent by a machine: " + mail.kind(), cited);
        }
        return duplicate(letter).orElseGet(() -> replyOrNew(letter, cited));
    }

    private Optional<Route> duplicate(ReadLetter letter) {
        return entries.sameContent(
                        letter.digest(),
                        letter.entry().id(),
                        letter.entry().envelope().receivedAt(),
                        duplicateWindow)
                .filter(first -> !wroteSince(first))
                .map(Route.ToDuplicate::new);
    }

    /** The same few words again after a letter of ours answer that letter: they are no duplicate. */
    private boolean wroteSince(LedgerEntry first) {
        return first.ticket()
                .map(ticket ->
                        correspondence.wroteSince(ticket, first.envelope().receivedAt()))
                .orElse(false);
    }

    private Route replyOrNew(ReadLetter letter, Optional<TicketId> cited) {
        String sender = letter.sender().orElseThrow().address();
        String subject = letter.mail().subject();
        if (cited.isPresent()) {
            return isForwardedByAStranger(subject, sender, cited.get())
                    ? new Route.ToNewTicket(cited.map(relations::survivor))
                    : to(cited.get(), sender, "answers a letter of the ticket");
        }
        Optional<TicketId> quoted =
                TicketNumber.find(subject).flatMap(tickets::find).map(ticket -> ticket.id());
        return quoted.filter(ticket -> believes(ticket, sender))
                .<Route>map(ticket -> to(ticket, sender, "quotes the number, sender known"))
                .orElseGet(() -> new Route.ToNewTicket(quoted.map(relations::survivor)));
    }

    /** Letters to a merged ticket go where it went; who took part in another applicant's ticket is no known sender there. */
    private Route to(TicketId ticket, String sender, String how) {
        TicketId survivor = relations.survivor(ticket);
        String where = survivor.equals(ticket) ? how : how + ", which was merged";
        return new Route.ToTicket(survivor, tickets.takesPart(survivor, sender), where);
    }

    private boolean believes(TicketId ticket, String sender) {
        return tickets.takesPart(ticket, sender) || tickets.takesPart(relations.survivor(ticket), sender);
    }

    /** Who forwards us a letter of ours got it from somebody, and has a matter of his own. */
    private boolean isForwardedByAStranger(String subject, String sender, TicketId cited) {
        return FORWARDED.matcher(subject).lookingAt() && !believes(cited, sender);
    }

    private Optional<TicketId> byMessageId(InboundMail mail) {
        List<String> ids = new ArrayList<>(mail.inReplyTo());
        ids.addAll(mail.references());
        Optional<TicketId> letter = correspondence.ticketOfLetter(ids);
        return letter.or(() -> tickets.ticketOfMessage(ids)
                .filter(ticket -> mail.from().stream().anyMatch(from -> tickets.takesPart(ticket, from.address()))));
    }

    /** A mailbox may have lost the token from the envelope; the addressees still show it. */
    private Optional<TicketId> byToken(ReadLetter letter) {
        Stream<String> shown = Stream.concat(letter.mail().to().stream(), letter.mail().cc().stream())
                .map(MailAddress::address);
        return Stream.concat(letter.entry().envelope().recipients().stream(), shown)
                .filter(addresses::isOurs)
                .map(correspondence::ticketOfToken)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
