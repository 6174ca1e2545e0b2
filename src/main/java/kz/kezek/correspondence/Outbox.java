package kz.kezek.correspondence;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.applicant.Language;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Where letters wait to be handed over. A letter is composed and kept in the transaction that caused it (S6), with a
 * Message-ID of its own for good, and threaded into the applicant's conversation (RFC 5322 §3.6.4).
 */
final class Outbox {

    private final Letters letters;
    private final TicketRegister tickets;
    private final LetterComposer composer;
    private final Duration undo;
    private final Optional<LetterSigner> signer;
    private final ApplicationEventPublisher publisher;
    private final StatusPages pages;

    Outbox(
            Letters letters,
            TicketRegister tickets,
            LetterComposer composer,
            Duration undo,
            Optional<LetterSigner> signer,
            ApplicationEventPublisher publisher,
            StatusPages pages) {
        this.letters = letters;
        this.tickets = tickets;
        this.composer = composer;
        this.undo = undo;
        this.signer = signer;
        this.publisher = publisher;
        this.pages = pages;
    }

    /** Keeps a letter that carries nothing a person wrote. */
    boolean enqueue(Ticket ticket, LetterText text, Instant at) {
        return enqueue(ticket, text, Letters.Carried.NOTHING, at);
    }

    /**
     * Keeps a letter to the ticket's applicant; nothing when there is no address a letter could go to. What a person wrote
     * waits for a few seconds first, so that it can be taken back.
     */
    boolean enqueue(Ticket ticket, LetterText text, Letters.Carried carried, Instant at) {
        Optional<Recipient> recipient = Recipient.read(ticket.applicant().address());
        if (recipient.isEmpty()) {
            return false;
        }
        UUID id = UUID.randomUUID();
        List<String> received = bracketed(tickets.messageIds(ticket.id()));
        var envelope = new LetterEnvelope(
                MessageIds.of(id, composer.domain()),
                List.of(recipient.get()),
                received.isEmpty() ? Optional.empty() : Optional.of(received.getLast()),
                conversation(ticket.id(), received),
                at);
        Map<Language, URI> links = pages.linksTo(ticket, at);
        ComposedLetter letter = compose(text.leadingTo(links), envelope);
        String token = composer.replyToken(ticket.number().toString());
        var cause = Letters.Cause.ofTicket(ticket.id(), carried, token);
        Instant first = text.kind().automatic() ? at : at.plus(undo);
        letters.insert(id, text.kind(), withoutSecrets(letter, links.values()), cause, at, first);
        publisher.publishEvent(new LetterQueued(id));
        return true;
    }

    /**
     * Keeps a letter that belongs to no ticket.
     *
     * @param inReplyTo the Message-ID it answers, without brackets; empty for none
     * @param decidedByAPerson whether somebody can take it back for a few seconds
     */
    void enqueueApart(
            Recipient recipient,
            LetterText text,
            Optional<Long> custodyId,
            String inReplyTo,
            boolean decidedByAPerson,
            Instant at) {
        UUID id = UUID.randomUUID();
        List<String> answered = inReplyTo.isEmpty() ? List.of() : bracketed(List.of(inReplyTo));
        var envelope = new LetterEnvelope(
                MessageIds.of(id, composer.domain()),
                List.of(recipient),
                answered.stream().findFirst(),
                answered,
                at);
        var cause = Letters.Cause.apart(custodyId);
        ComposedLetter letter =
                withoutSecrets(compose(text, envelope), text.statusUrls().values());
        letters.insert(id, text.kind(), letter, cause, at, decidedByAPerson ? at.plus(undo) : at);
        publisher.publishEvent(new LetterQueued(id));
    }

    /**
     * Keeps a letter with which somebody tries a text out on himself.
     *
     * @param texts with the text that is tried
     */
    void enqueueTrial(Recipient editor, LetterText text, LetterTemplates texts, AgentId by, Instant at) {
        UUID id = UUID.randomUUID();
        var envelope = LetterEnvelope.to(editor, MessageIds.of(id, composer.domain()), at);
        ComposedLetter letter = signed(composer.using(texts).composeTrial(text, envelope), envelope);
        letters.insert(id, text.kind(), letter, Letters.Cause.trial(by), at, at);
        publisher.publishEvent(new LetterQueued(id));
    }

    private ComposedLetter compose(LetterText text, LetterEnvelope envelope) {
        return signed(composer.compose(text, envelope), envelope);
    }

    private ComposedLetter signed(ComposedLetter plain, LetterEnvelope envelope) {
        return signer.map(key -> plain.with(key.sign(plain.mime(), envelope.at())))
                .orElse(plain);
    }

    private List<String> conversation(TicketId ticket, List<String> received) {
        List<String> all = new ArrayList<>(bracketed(letters.messageIds(ticket)));
        all.addAll(received);
        return all;
    }

    private static List<String> bracketed(List<String> messageIds) {
        return messageIds.stream().map(id -> "<" + id + ">").toList();
    }

    /** What is kept to be shown here has no secret link in it: only the letter handed over has. */
    private static ComposedLetter withoutSecrets(ComposedLetter letter, Collection<URI> links) {
        String text = letter.text();
        String html = letter.html();
        for (URI link : links) {
            String path = link.getPath();
            String secret = path.substring(path.lastIndexOf('/') + 1);
            if (!secret.isEmpty()) {
                text = text.replace(secret, "…");
                html = html.replace(secret, "…");
            }
        }
        return new ComposedLetter(letter.messageId(), letter.subject(), letter.recipients(), text, html, letter.mime());
    }
}
