package kz.kezek.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.correspondence.Desk;
import kz.kezek.drawing.Assets;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.Quarantine;
import kz.kezek.operations.Alarm;
import kz.kezek.operations.AlarmWords;
import kz.kezek.operations.Alarms;
import kz.kezek.workspace.Frame.OfficeView;
import kz.kezek.workspace.Frame.Person;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.Frame.Ways;
import kz.kezek.workspace.QueueRows.Rail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Gathers what a page shows around its own content. */
@Component
class Frames {

    private final Assets assets;
    private final CalendarInForce calendars;
    private final Clock clock;
    private final QueueRows rows;
    private final Quarantine quarantine;
    private final Alarms alarms;
    private final ObjectProvider<LetterSink> sink;
    private final Desk desk;

    @SuppressWarnings("TooManyParameters")
    Frames(
            Assets assets,
            CalendarInForce calendars,
            Clock clock,
            QueueRows rows,
            Quarantine quarantine,
            Alarms alarms,
            ObjectProvider<LetterSink> sink,
            Desk desk) {
        this.desk = desk;
        this.assets = assets;
        this.calendars = calendars;
        this.clock = clock;
        this.rows = rows;
        this.quarantine = quarantine;
        this.alarms = alarms;
        this.sink = sink;
    }

    Frame around(Page page, HttpServletRequest request) {
        return around(page, request, Optional.empty());
    }

    Frame around(Page page, HttpServletRequest request, Optional<Rail> known) {
        boolean broken = page instanceof FailurePage failure && failure.kind().status() >= 500;
        Optional<SignedInAgent> agent = broken ? Optional.empty() : signedIn();
        Preferences preferences = preferences(request, agent);
        OfficeTime office = OfficeTime.of(calendars.current(), clock.instant());
        return new Frame(
                Words.in(preferences.language()),
                preferences,
                assets,
                broken || findsNothing(page, request) ? FormToken.NONE : token(request),
                path(page, request),
                agent.map(Frames::person),
                ways(page, agent, known, office),
                office(office, preferences.language()),
                framed(page) && agent.isPresent() ? alarms(preferences.language()) : List.of(),
                new Frame.Contact(
                        desk.phone(),
                        desk.hours().opens().toString(),
                        desk.hours().closes().toString()));
    }

    /** How this request wants its pages: an agent's language goes with the agent, not with the browser. */
    static Preferences preferences(HttpServletRequest request, Optional<SignedInAgent> agent) {
        Preferences look = Look.of(request);
        return agent.map(SignedInAgent::language)
                .map(language ->
                        new Preferences(language, look.theme(), look.density(), look.keys(), look.notifications()))
                .orElse(look);
    }

    static Optional<SignedInAgent> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInAgent.class::isInstance)
                .map(SignedInAgent.class::cast);
    }

    private static FormToken token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new FormToken(token.getParameterName(), token.getToken())
                : FormToken.NONE;
    }

    /** A token begins a session; who asks for what is not there and has none gets none by it. */
    private static boolean findsNothing(Page page, HttpServletRequest request) {
        return page instanceof FailurePage && request.getSession(false) == null;
    }

    /** Where the small forms of a page lead back to; a page that answers a POST is shown again by its own address. */
    private static String path(Page page, HttpServletRequest request) {
        if (page instanceof TicketPage ticket) {
            return ticket.head().ticket().href();
        }
        if (page instanceof QuarantineLetterPage letter) {
            return letter.href();
        }
        if (page instanceof LetterTextPage text) {
            return text.editing().href();
        }
        if (page instanceof CallPage) {
            return Way.CALL.href();
        }
        if (page instanceof FailurePage || !request.getMethod().equals(HttpMethod.GET.name())) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Person person(SignedInAgent agent) {
        Role highest = agent.roles().stream().max(Comparator.naturalOrder()).orElse(Role.AGENT);
        return new Person(
                Avatars.of(agent.id().value(), agent.initials(), agent.displayName()),
                "role." + highest.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static boolean framed(Page page) {
        return switch (page) {
            case SignInPage apart -> false;
            case FailurePage apart -> false;
            case WatchersPage fragment -> false;
            case PalettePage fragment -> false;
            case InsertsPage fragment -> false;
            case PrintPage paper -> false;
            case NotificationsPage fragment -> false;
            default -> true;
        };
    }

    private List<String> alarms(Language language) {
        List<Alarm> ringing = alarms.ringing().stream()
                .filter(alarm -> alarm.kind().agentsBusiness())
                .toList();
        return ringing.isEmpty()
                ? List.of()
                : ringing.stream().map(AlarmWords.in(language)::sentence).toList();
    }

    private Ways ways(Page page, Optional<SignedInAgent> agent, Optional<Rail> known, OfficeTime office) {
        Way current = switch (page) {
            case QueuePage queue -> queue.way();
            case QuarantinePage quarantined -> Way.QUARANTINE;
            case QuarantineLetterPage quarantined -> Way.QUARANTINE;
            case LedgerPage ledger -> Way.LEDGER;
            case OutboxPage outbox -> Way.OUTBOX;
            case OutboxLetterPage sent -> Way.OUTBOX;
            case KnowledgePage knowledge -> Way.KNOWLEDGE;
            case InstructionPage instruction -> Way.KNOWLEDGE;
            case IncidentsPage incidents -> Way.KNOWLEDGE;
            case IncidentPage incident -> Way.KNOWLEDGE;
            case IncidentAnswerPage answer -> Way.KNOWLEDGE;
            case IncidentSentPage sent -> Way.KNOWLEDGE;
            case SinkPage letters -> Way.SINK;
            case SinkLetterPage letter -> Way.SINK;
            case ProfilePage profile -> Way.PROFILE;
            case LetterTextsPage texts -> Way.LETTERS;
            case LetterTextPage text -> Way.LETTERS;
            case TicketPage ticket -> Way.QUEUE;
            case PrintPage printed -> Way.QUEUE;
            case WatchersPage fragment -> Way.QUEUE;
            case PalettePage fragment -> Way.QUEUE;
            case InsertsPage fragment -> Way.QUEUE;
            case NotificationsPage fragment -> Way.QUEUE;
            case BulkPage done -> Way.QUEUE;
            case CallPage call -> Way.CALL;
            case CallTakenPage taken -> Way.CALL;
            case SearchPage search -> Way.SEARCH;
            case CannedPage canned -> Way.CANNED;
            case SignInPage signIn -> Way.QUEUE;
            case FailurePage failure -> Way.QUEUE;
        };
        boolean framed = framed(page);
        Rail rail = known.or(() -> agent.filter(someone -> framed)
                        .map(someone -> rows.rail(someone.id().value(), office)))
                .orElse(Rail.EMPTY);
        return new Ways(
                current,
                rail.queue(),
                rail.mine(),
                rail.waiting(),
                rail.free(),
                framed && agent.isPresent() ? quarantine.waiting() : 0,
                rail.breached(),
                sink.getIfAvailable() != null,
                agent.filter(someone -> someone.may(Role.SUPERVISOR)).isPresent(),
                agent.filter(someone -> someone.may(Role.AGENT)).isPresent(),
                rail.views().stream()
                        .map(view -> new Frame.Saved("/desk/views/" + view.id(), view.name(), view.tickets()))
                        .toList());
    }

    private OfficeView office(OfficeTime office, Language language) {
        var moments = new Moments(Words.in(language), calendars.current().zone(), office.at());
        return new OfficeView(
                office.open(),
                moments.near(office.boundary()),
                office.open()
                        ? moments.deadlines().left(calendars.current().between(office.at(), office.boundary()))
                        : "",
                office.runsUntil().getEpochSecond(),
                office.at().getEpochSecond());
    }
}
