package kz.kezek.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.knowledge.Incident;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.KnownProblem.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Known incidents at the desk: everybody sees what applicants are told, the lead of a shift says it and ends it. */
@Controller
@RequestMapping("/desk/incidents")
class IncidentsController {

    private static final Duration SHOWN_FOR = Duration.ofDays(90);
    private static final int LONGEST = 1000;
    private static final List<Language> ORDER = List.of(Language.KK, Language.RU, Language.EN);

    private final Incidents incidents;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    IncidentsController(Incidents incidents, Screens screens, CalendarInForce calendars, Clock clock) {
        this.incidents = incidents;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View list(@AuthenticationPrincipal SignedInAgent agent) {
        return screens.show(page(Map.of(), agent, Optional.empty()));
    }

    /** Tells of an incident that begins now; what is incomplete is shown again with what was entered. */
    @PostMapping
    View begin(@RequestParam Map<String, String> fields, @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Optional<Texts> texts = texts(fields);
        if (texts.isEmpty()) {
            return incomplete(fields, agent);
        }
        Instant now = clock.instant();
        incidents.begin(now, texts.get(), agent.actor(), now);
        return toList();
    }

    @PostMapping("/{id:\\d{1,18}}/texts")
    View rewrite(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Optional<Texts> texts = texts(fields);
        if (texts.isEmpty()) {
            return incomplete(fields, agent);
        }
        demand(incidents.rewrite(id, texts.get(), agent.actor(), clock.instant()));
        return toList();
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    View end(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Instant now = clock.instant();
        demand(incidents.end(id, now, agent.actor(), now));
        return toList();
    }

    private View incomplete(Map<String, String> fields, SignedInAgent agent) {
        return screens.show(
                page(fields, agent, Optional.of("incidents.problem.incomplete")), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<Texts> texts(Map<String, String> fields) {
        Texts texts =
                new Texts(entered(fields, Language.RU), entered(fields, Language.KK), entered(fields, Language.EN));
        boolean complete = ORDER.stream().map(texts::in).allMatch(text -> !text.isEmpty() && text.length() <= LONGEST);
        return Optional.of(texts).filter(all -> complete);
    }

    private static String entered(Map<String, String> fields, Language language) {
        return fields.getOrDefault("text-" + language.tag(), "").strip();
    }

    private IncidentsPage page(Map<String, String> fields, SignedInAgent agent, Optional<String> problem) {
        Instant now = clock.instant();
        Moments moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), now);
        List<IncidentsPage.Row> rows = incidents.between(now.minus(SHOWN_FOR), now).stream()
                .map(incident -> row(incident, moments))
                .toList();
        List<IncidentsPage.Text> form = ORDER.stream()
                .map(language -> new IncidentsPage.Text(language, entered(fields, language)))
                .toList();
        return new IncidentsPage(rows, form, isLead(agent), problem);
    }

    private static IncidentsPage.Row row(Incident incident, Moments moments) {
        List<IncidentsPage.Text> texts = ORDER.stream()
                .map(language ->
                        new IncidentsPage.Text(language, incident.text().in(language)))
                .toList();
        return new IncidentsPage.Row(
                incident.id(),
                moments.full(incident.beganAt()),
                incident.endedAt().map(moments::full),
                texts);
    }

    private static boolean isLead(SignedInAgent agent) {
        return agent.roles().stream().anyMatch(role -> role.includes(Role.SHIFT_LEAD));
    }

    private static void demandLead(SignedInAgent agent) {
        demand(isLead(agent));
    }

    private static void demand(boolean there) {
        if (!there) {
            throw new NotFound();
        }
    }

    private static View toList() {
        var redirect = new RedirectView("/desk/incidents");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
