package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.regulation.TermName;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.QueuePage.Choice;
import kz.kezek.workspace.QueuePage.Filter;
import kz.kezek.workspace.QueueRows.Totals;
import kz.kezek.workspace.SavedViews.SavedView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The queue and its preset views. */
@Controller
class QueueController {

    static final int PAGE = 50;
    private static final int EXCERPT = 160;

    private final QueueRows rows;
    private final Dials dials;
    private final DayTracks tracks;
    private final Watching watching;
    private final IncidentHints hints;
    private final SavedViews views;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    QueueController(
            QueueRows rows,
            Dials dials,
            DayTracks tracks,
            Watching watching,
            IncidentHints hints,
            SavedViews views,
            Screens screens,
            CalendarInForce calendars,
            Clock clock) {
        this.rows = rows;
        this.dials = dials;
        this.tracks = tracks;
        this.watching = watching;
        this.hints = hints;
        this.views = views;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/desk/{way:queue|mine|waiting|free}")
    View queue(
            @PathVariable String way,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal SignedInAgent agent) {
        Way current = Way.valueOf(way.toUpperCase(java.util.Locale.ROOT));
        return show(QueueFilter.of(current, stage, who, agent.id().value()), Optional.empty(), after, agent);
    }

    @GetMapping("/desk/views/{id:\\d{1,18}}")
    View saved(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal SignedInAgent agent) {
        SavedView view = views.find(id, agent.id()).orElseThrow(NotFound::new);
        return show(view.filter(), Optional.of(view), after, agent);
    }

    private View show(QueueFilter filter, Optional<SavedView> view, String after, SignedInAgent agent) {
        Way current = filter.way();
        OfficeTime office = OfficeTime.of(calendars.current(), clock.instant());
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), office.at());
        QueueRows.Shown page = rows.page(filter, office, Queue.Place.read(after), PAGE + 1);
        List<QueueRows.Row> found = page.rows();
        List<QueueRows.Row> shown = found.subList(0, Math.min(PAGE, found.size()));
        Totals totals = page.totals();
        return screens.show(
                new QueuePage(
                        current,
                        current == Way.WAITING ? Optional.empty() : tracks.of(totals, moments),
                        filters(filter, totals),
                        groups(shown, totals, moments, agent),
                        moments.clock(office.closing()),
                        found.size() > PAGE
                                ? Optional.of(
                                        following(filter, view, shown.getLast().place()))
                                : Optional.empty(),
                        agent.may(Role.AGENT),
                        hints.of(agent),
                        naming(filter, view, agent)),
                totals.rail());
    }

    /** The address of what comes after a row. */
    private static String following(QueueFilter filter, Optional<SavedView> view, Queue.Place after) {
        String href = view.map(saved -> "/desk/views/" + saved.id()).orElseGet(filter::href);
        return href + (href.contains("?") ? "&" : "?") + "after=" + after;
    }

    private static QueuePage.Naming naming(QueueFilter filter, Optional<SavedView> view, SignedInAgent agent) {
        return new QueuePage.Naming(
                view.map(saved -> new QueuePage.Named(
                        saved.id(), saved.name(), saved.shared(), ViewsController.mayChange(saved, agent))),
                filter.stageWord(),
                filter.who().word(),
                agent.may(Role.SHIFT_LEAD));
    }

    private static List<Filter> filters(QueueFilter filter, Totals totals) {
        var stages = totals.stages();
        var owners = totals.owners();
        Filter byStage = new Filter(
                "queue.filter.stage",
                List.of(
                        stage("queue.filter.stage.all", filter, Optional.empty(), stages.all()),
                        stage(
                                "queue.filter.stage.first-answer",
                                filter,
                                Optional.of(TermName.FIRST_ANSWER),
                                stages.firstAnswer()),
                        stage(
                                "queue.filter.stage.after-request",
                                filter,
                                Optional.of(TermName.ANSWER_AFTER_INFORMATION),
                                stages.afterInformation())));
        Filter byOwner = new Filter(
                "queue.filter.who",
                List.of(
                        owner("queue.filter.who.all", filter, QueueFilter.Who.ALL, owners.all()),
                        owner("queue.filter.who.mine", filter, QueueFilter.Who.MINE, owners.mine()),
                        owner("queue.filter.who.free", filter, QueueFilter.Who.FREE, owners.free())));
        return switch (filter.way()) {
            case QUEUE -> List.of(byStage, byOwner);
            case MINE, FREE -> List.of(byStage);
            case WAITING, CALL, SEARCH, CANNED, QUARANTINE, LEDGER, OUTBOX, LETTERS, KNOWLEDGE, SINK, PROFILE ->
                List.of();
        };
    }

    private static Choice stage(String key, QueueFilter filter, Optional<TermName> stage, int count) {
        return new Choice(key, filter.with(stage).href(), count, filter.stage().equals(stage), true);
    }

    private static Choice owner(String key, QueueFilter filter, QueueFilter.Who who, int count) {
        return new Choice(key, filter.with(who).href(), count, filter.who() == who, who != QueueFilter.Who.ALL);
    }

    private List<QueueGroup> groups(List<QueueRows.Row> shown, Totals totals, Moments moments, SignedInAgent agent) {
        return Stream.of(QueueGroup.Kind.values())
                .map(kind -> new QueueGroup(
                        kind,
                        totals.groups().get(kind.ordinal()),
                        shown.stream()
                                .filter(row -> row.urgency() == kind)
                                .map(row -> row(row, moments, agent))
                                .toList()))
                .toList();
    }

    private QueueRow row(QueueRows.Row row, Moments moments, SignedInAgent agent) {
        boolean awaiting = row.state().equals("AWAITING_APPLICANT");
        boolean fresh = row.state().equals("REGISTERED") || row.state().equals("INFORMATION_SUPPLIED");
        return new QueueRow(
                new TicketLink(row.number()),
                dials.of(row.clock(), awaiting, moments),
                new QueueRow.Letter(
                        Masking.of(row.summary()),
                        row.applicant(),
                        excerpt(row.draft().orElse(row.excerpt())),
                        row.language().orElse(Language.RU),
                        row.draft().isPresent()),
                fresh,
                row.items().pips(moments.local(moments.at())),
                Channels.of(row.channel()),
                new QueueRow.Received(moments.clock(row.receivedAt()), moments.day(row.receivedAt())),
                row.assignee(),
                watching.of(row.id(), agent.id()));
    }

    /** The beginning of a message in one line. */
    private static String excerpt(String text) {
        String line = Masking.of(text).strip().replaceAll("\\s+", " ");
        int end = Math.min(EXCERPT, line.length());
        boolean halved = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, halved ? end - 1 : end);
    }
}
