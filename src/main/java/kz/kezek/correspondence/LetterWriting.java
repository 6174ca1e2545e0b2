package kz.kezek.correspondence;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.Deadline;
import kz.kezek.knowledge.KnownProblem.Texts;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.Term;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.RequestedItem;
import kz.kezek.ticket.Ticket;
import org.springframework.stereotype.Component;

/**
 * What each letter says about a ticket, in the language of the applicant, or in Kazakh and Russian together when that is
 * not known (A31). Deadlines are put in the same words as on the pages.
 */
@Component
class LetterWriting {

    /** What the SMTP door takes at most, less the third that the transfer encoding adds. */
    static final int LARGEST_FILES_MB = 25;

    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final TicketClocks clocks;
    private final TicketsLikeIncidents incidents;
    private final DueWords words;
    private final LetterLabels labels = new LetterLabels();

    LetterWriting(
            Regulation regulation, CalendarInForce calendars, TicketClocks clocks, TicketsLikeIncidents incidents) {
        this.incidents = incidents;
        this.regulation = regulation;
        this.calendars = calendars;
        this.clocks = clocks;
        this.words = new DueWords(regulation.hours().zone());
    }

    LetterText acceptanceNotice(Ticket ticket) {
        Optional<Texts> incident = incidents.like(ticket);
        Deadline due = deadline(regulation.firstAnswer(), ticket.registeredAt());
        return inEach(
                ticket,
                language -> new LetterContent.AcceptanceNotice(
                        ticket.number().toString(),
                        new LetterContent.Registration(
                                ticket.summary(),
                                ApplicantId.of(ticket.applicant().personalId())
                                        .map(ApplicantId::masked)
                                        .orElse(""),
                                words.moment(ticket.receivedAt(), language),
                                words.moment(ticket.registeredAt(), language)),
                        words.of(due, language),
                        new FormReadings(labels, language).of(ticket),
                        incident.map(text -> text.in(language)).orElse("")));
    }

    LetterText informationRequest(Ticket ticket, InformationRequest request, Instant at) {
        Deadline due = deadline(regulation.applicantReply(), at);
        return inEach(
                ticket,
                language -> new LetterContent.InformationRequest(
                        ticket.number().toString(),
                        items(request, language),
                        request.instructions(),
                        words.of(due, language)));
    }

    LetterText reminder(Ticket ticket, InformationRequest request, Instant at) {
        Deadline due = applicantReplyDeadline(ticket, request);
        BusinessTime left = calendars.current().between(at, due.dueAt());
        return inEach(
                ticket,
                language -> new LetterContent.Reminder(
                        ticket.number().toString(),
                        words.moment(request.requestedAt(), language),
                        items(request, language),
                        words.of(due, language),
                        words.left(left, language)));
    }

    LetterText answer(Ticket ticket, String text) {
        return inEach(
                ticket, language -> new LetterContent.Answer(ticket.number().toString(), ticket.summary(), text));
    }

    LetterText discontinuation(Ticket ticket, InformationRequest request, Instant at) {
        return inEach(
                ticket,
                language -> new LetterContent.Discontinuation(
                        ticket.number().toString(),
                        words.moment(request.requestedAt(), language),
                        words.moment(at, language),
                        false));
    }

    LetterText reopened(Ticket ticket, Instant at) {
        Deadline due = clocks.of(ticket.id()).stream()
                .filter(SlaClock::isRunning)
                .filter(clock ->
                        clock.kind() == TermName.FIRST_ANSWER || clock.kind() == TermName.ANSWER_AFTER_INFORMATION)
                .findFirst()
                .map(clock -> deadline(regulation.term(clock.kind()), clock.startedAt()))
                .orElseGet(() -> deadline(regulation.firstAnswer(), at));
        return inEach(
                ticket,
                language -> new LetterContent.Reopened(
                        ticket.number().toString(), words.moment(at, language), words.of(due, language)));
    }

    /** The deadline of this clock was announced for another instant before the calendar changed (A24). */
    LetterText deadlineMoved(Ticket ticket, SlaClock clock, Instant dueBefore) {
        boolean ours = clock.kind() != TermName.APPLICANT_REPLY;
        Deadline due = deadline(regulation.term(clock.kind()), clock.startedAt());
        return inEach(
                ticket,
                language -> new LetterContent.DeadlineMoved(
                        ticket.number().toString(), ours, words.moment(dueBefore, language), words.of(due, language)));
    }

    LetterText privateKeyRefused(Ticket ticket, List<String> fileNames, boolean password, Instant at) {
        return inEach(
                ticket,
                language -> new LetterContent.PrivateKeyRefused(
                        ticket.number().toString(), fileNames, password, words.moment(at, language)));
    }

    LetterText unreadable(ResendRequest request) {
        return inEach(
                request.language(),
                language -> new LetterContent.Unreadable(
                        words.moment(request.receivedAt(), language),
                        request.reason(),
                        LARGEST_FILES_MB,
                        Optional.empty()));
    }

    LetterText statusLink(Ticket ticket) {
        return inEach(
                ticket, language -> new LetterContent.StatusLink(ticket.number().toString()));
    }

    /** Written before there is a ticket. */
    LetterText addressConfirmation(Language language, String shortDescription, Instant validUntil, URI link) {
        var content = new LetterContent.AddressConfirmation(shortDescription, words.moment(validUntil, language));
        return new LetterText(List.of(new LetterVersion(language, content)), Map.of(language, link), List.of());
    }

    private Deadline applicantReplyDeadline(Ticket ticket, InformationRequest request) {
        Instant started = clocks.of(ticket.id()).stream()
                .filter(clock -> clock.kind() == TermName.APPLICANT_REPLY && clock.isRunning())
                .findFirst()
                .map(SlaClock::startedAt)
                .orElse(request.requestedAt());
        return deadline(regulation.applicantReply(), started);
    }

    private List<String> items(InformationRequest request, Language language) {
        return request.items().stream().map(item -> words(item, language)).toList();
    }

    /** Whether what is asked has words of its own in every language, so that only its key is kept. */
    boolean hasWordsFor(String key) {
        return words(key, Language.RU).isPresent();
    }

    /** What is asked: in the words of the regulation or of the form, else as the specialist wrote it. */
    private String words(RequestedItem item, Language language) {
        return item.text().isBlank() ? words(item.key(), language).orElse(item.key()) : item.text();
    }

    private Optional<String> words(String key, Language language) {
        return regulation
                .requestItem(key)
                .map(known -> known.label().in(language.locale()))
                .or(() -> IntStream.rangeClosed(1, 5)
                        .filter(number -> key.equals("item-" + number))
                        .mapToObj(number -> labels.formItem(language, number))
                        .findFirst());
    }

    private LetterText inEach(Ticket ticket, Function<Language, LetterContent> content) {
        return inEach(ticket.language(), content);
    }

    private static LetterText inEach(Optional<Language> known, Function<Language, LetterContent> content) {
        List<LetterVersion> versions = known.map(Stream::of)
                .orElseGet(() -> Stream.of(Language.KK, Language.RU))
                .map(language -> new LetterVersion(language, content.apply(language)))
                .toList();
        return new LetterText(versions, Map.of(), List.of());
    }

    /** Without the number of the requirement: that is for those who know the regulation by heart. */
    private Deadline deadline(Term term, Instant from) {
        return calendars.current().deadline(from, term.limit());
    }
}
