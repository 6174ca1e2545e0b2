package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.knowledge.Incident;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.KnownProblem.Texts;
import kz.kezek.ticket.IncidentTickets;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.IncidentAnswerPage.Count;
import kz.kezek.workspace.IncidentAnswerPage.Letter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * One incident and its tickets. Agents choose which tickets belong to it; the lead of a shift answers them all, after having seen
 * each letter.
 */
@Controller
@RequestMapping("/desk/incidents/{id:\\d{1,18}}")
class IncidentController {

    private static final String SEEN = "seen-";
    private static final int LONGEST_KEY = 60;

    private final Incidents incidents;
    private final IncidentTickets tickets;
    private final IncidentProposals proposals;
    private final IncidentWork work;
    private final TicketFiles files;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    IncidentController(
            Incidents incidents,
            IncidentTickets tickets,
            IncidentProposals proposals,
            IncidentWork work,
            TicketFiles files,
            Screens screens,
            CalendarInForce calendars,
            Clock clock) {
        this.incidents = incidents;
        this.tickets = tickets;
        this.proposals = proposals;
        this.work = work;
        this.files = files;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View incident(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        Incident incident = find(id);
        return screens.show(page(incident, incident.answer(), agent, Optional.empty()));
    }

    /** Adds the tickets chosen, or the one whose number was typed. */
    @PostMapping("/tickets")
    View add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> tickets,
            @AuthenticationPrincipal SignedInAgent agent) {
        Incident incident = find(id);
        List<Ticket> chosen = tickets.stream()
                .filter(number -> !number.isBlank())
                .map(files::find)
                .flatMap(Optional::stream)
                .toList();
        return work.add(id, chosen, agent) > 0
                ? TicketFormsController.seeOther("/desk/incidents/" + id)
                : screens.show(
                        page(incident, incident.answer(), agent, Optional.of("incident.problem.nothing-added")),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/ticket-removals")
    View remove(@PathVariable long id, @RequestParam String ticket, @AuthenticationPrincipal SignedInAgent agent) {
        find(id);
        if (!work.remove(id, files.ticket(ticket), agent)) {
            throw new ErrorResponseException(HttpStatus.CONFLICT);
        }
        return TicketFormsController.seeOther("/desk/incidents/" + id);
    }

    /** Keeps the answer and shows every letter that would go out; nothing leaves yet. */
    @PostMapping("/answer-checks")
    View check(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        IncidentsController.demandLead(agent);
        Incident incident = find(id);
        Texts texts = texts(fields);
        incidents.keepAnswer(id, clipped(texts));
        Optional<String> problem = problem(incident, texts);
        if (problem.isPresent()) {
            return screens.show(page(incident, texts, agent, problem), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        IncidentWork.Plan plan = work.plan(incident, texts, agent);
        List<Count> counts = IncidentsController.ORDER.stream()
                .map(language -> new Count(language, count(plan.letters(), language)))
                .filter(count -> count.letters() > 0)
                .toList();
        return screens.show(new IncidentAnswerPage(
                id,
                UUID.randomUUID().toString(),
                IncidentsController.columns(texts),
                counts,
                plan.letters(),
                plan.leftOut()));
    }

    /** The letter of one of its tickets with what is being confirmed, as the applicant would see it, for a frame of that page. */
    @PostMapping("/letter-previews/{number}")
    ResponseEntity<byte[]> preview(
            @PathVariable long id,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        IncidentsController.demandLead(agent);
        Incident incident = find(id);
        Ticket ticket = files.ticket(number);
        if (tickets.of(id).stream().noneMatch(child -> child.id().equals(ticket.id()))) {
            throw new NotFound();
        }
        Texts texts = texts(fields);
        if (problem(incident, texts).isPresent()) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return work.letter(ticket, texts, agent)
                .map(letter -> LetterFrame.withPictures(letter.html()))
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.CONFLICT));
    }

    /** Sends what was confirmed; the same form again sends nothing again. */
    @PostMapping("/answers")
    View answer(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        IncidentsController.demandLead(agent);
        Incident incident = find(id);
        Texts texts = texts(fields);
        String key = fields.getOrDefault("idempotencyKey", "");
        if (key.isBlank()
                || key.length() > LONGEST_KEY
                || problem(incident, texts).isPresent()) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        IncidentWork.Sent sent = work.send(incident, texts, key, confirmed(fields), agent);
        return screens.show(new IncidentSentPage(id, sent.sent(), sent.leftOut()));
    }

    /** Takes back all that still waits. */
    @PostMapping("/withdrawals")
    View takeBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> tickets,
            @AuthenticationPrincipal SignedInAgent agent) {
        IncidentsController.demandLead(agent);
        Incident incident = find(id);
        List<TicketLink> left =
                work.takeBack(tickets.stream().map(files::ticket).toList(), agent);
        return left.isEmpty()
                ? TicketFormsController.seeOther("/desk/incidents/" + id)
                : screens.show(
                        page(incident, incident.answer(), agent, Optional.of("incident.problem.has-left")),
                        HttpStatus.CONFLICT);
    }

    private Incident find(long id) {
        return incidents.find(id).orElseThrow(NotFound::new);
    }

    /** A text is needed in each language in which a ticket waits, and in no other. */
    private Optional<String> problem(Incident incident, Texts texts) {
        List<Language> needed = tickets.of(incident.id()).stream()
                .filter(IncidentWork::waits)
                .map(IncidentWork::language)
                .distinct()
                .toList();
        boolean tooLong = IncidentsController.ORDER.stream()
                .anyMatch(language -> texts.in(language).length() > TicketForm.LONGEST_TEXT);
        if (tooLong) {
            return Optional.of("incident.problem.long");
        }
        return needed.stream().anyMatch(language -> texts.in(language).isEmpty())
                ? Optional.of("incident.problem.no-answer")
                : Optional.empty();
    }

    private static Map<String, LastSeen> confirmed(Map<String, String> fields) {
        Map<String, LastSeen> confirmed = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SEEN)) {
                LastSeen.read(value).ifPresent(seen -> confirmed.put(name.substring(SEEN.length()), seen));
            }
        });
        return confirmed;
    }

    private static int count(List<Letter> letters, Language language) {
        return (int)
                letters.stream().filter(letter -> letter.language() == language).count();
    }

    private static Texts texts(Map<String, String> fields) {
        return new Texts(written(fields, Language.RU), written(fields, Language.KK), written(fields, Language.EN));
    }

    private static String written(Map<String, String> fields, Language language) {
        return new TicketForm(fields.getOrDefault("answer-" + language.tag(), ""), List.of(), null, null).written();
    }

    private static Texts clipped(Texts texts) {
        return new Texts(clipped(texts.ru()), clipped(texts.kk()), clipped(texts.en()));
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(TicketForm.LONGEST_TEXT, text.length()));
    }

    private IncidentPage page(Incident incident, Texts answer, SignedInAgent agent, Optional<String> problem) {
        Instant now = clock.instant();
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), now);
        List<Ticket> children = tickets.of(incident.id());
        return new IncidentPage(
                incident.id(),
                moments.full(incident.beganAt()),
                incident.endedAt().map(moments::full),
                IncidentsController.columns(incident.text()),
                children.stream().map(ticket -> child(ticket, moments)).toList(),
                incident.isOn(now)
                        ? proposals.like(incident, now).stream()
                                .map(ticket -> child(ticket, moments))
                                .toList()
                        : List.of(),
                answers(children, answer),
                new IncidentPage.Rights(agent.may(Role.AGENT), IncidentsController.isLead(agent)),
                problem);
    }

    private static List<IncidentPage.Answer> answers(List<Ticket> children, Texts answer) {
        return IncidentsController.ORDER.stream()
                .map(language -> new IncidentPage.Answer(language, answer.in(language), (int) children.stream()
                        .filter(ticket -> IncidentWork.waits(ticket) && IncidentWork.language(ticket) == language)
                        .count()))
                .toList();
    }

    static IncidentPage.Child child(Ticket ticket, Moments moments) {
        return new IncidentPage.Child(
                new TicketLink(ticket.number().toString()),
                Masking.of(ticket.summary()),
                IncidentWork.language(ticket),
                TicketPage.Stage.valueOf(ticket.state().name()),
                moments.near(ticket.receivedAt()));
    }
}
