package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Bin;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Ribbons;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.sla.Verdict;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketState;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.TicketPage.Head;
import kz.kezek.workspace.TicketPage.Notice;
import kz.kezek.workspace.TicketPage.Place;
import kz.kezek.workspace.TicketPage.Stage;
import org.springframework.stereotype.Component;

/** Puts the page of a ticket together. */
@Component
class TicketPages {

    private final TicketFiles files;
    private final TicketClocks clocks;
    private final QueueRows rows;
    private final Dials dials;
    private final Ribbons ribbons;
    private final Conversations conversations;
    private final Composers composers;
    private final ApplicantTickets applicants;
    private final Notices notices;
    private final LikelyProblems problems;
    private final StepViews steps;
    private final TicketTies ties;
    private final Watching watching;
    private final CalendarInForce calendars;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    TicketPages(
            TicketFiles files,
            TicketClocks clocks,
            QueueRows rows,
            Dials dials,
            Ribbons ribbons,
            Conversations conversations,
            Composers composers,
            ApplicantTickets applicants,
            Notices notices,
            LikelyProblems problems,
            StepViews steps,
            TicketTies ties,
            Watching watching,
            CalendarInForce calendars,
            Clock clock) {
        this.files = files;
        this.clocks = clocks;
        this.rows = rows;
        this.dials = dials;
        this.ribbons = ribbons;
        this.conversations = conversations;
        this.composers = composers;
        this.applicants = applicants;
        this.notices = notices;
        this.problems = problems;
        this.steps = steps;
        this.ties = ties;
        this.watching = watching;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What is shown of a ticket.
     *
     * @param done what was just done
     * @param whole whether ИИН are whole, for which a journal entry answers
     * @param told what is said first: a letter that was to be taken back has left, or one was sent in another ticket
     * @param mending what was typed over the five items and is wrong
     */
    record Showing(
            Composing composing,
            Optional<Mode> done,
            boolean whole,
            Optional<StepViews.Asked> step,
            List<Notice> told,
            FiveItems.Mending mending) {

        /** What an agent typed over the five items, and what is wrong with it. */
        static Showing mending(Composing composing, FiveItems.Mending mending) {
            return new Showing(composing, Optional.empty(), false, Optional.empty(), List.of(), mending);
        }

        Showing(
                Composing composing,
                Optional<Mode> done,
                boolean whole,
                Optional<StepViews.Asked> step,
                List<Notice> told) {
            this(composing, done, whole, step, told, FiveItems.Mending.NONE);
        }

        Showing(Composing composing, Optional<Mode> done, boolean whole, Optional<StepViews.Asked> step) {
            this(composing, done, whole, step, List.of());
        }

        Showing(Composing composing, Optional<Mode> done, boolean whole) {
            this(composing, done, whole, Optional.empty(), List.of());
        }
    }

    TicketPage of(Ticket ticket, SignedInAgent agent, Showing showing) {
        TicketFile file = files.read(ticket);
        OfficeTime office = OfficeTime.of(calendars.current(), clock.instant());
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), office.at());
        boolean mayWrite = agent.may(Role.AGENT);
        List<SlaClock> all = clocks.of(ticket.id(), file.events());
        return new TicketPage(
                head(file, agent, office, moments),
                dial(ticket, all, moments),
                all.stream()
                        .filter(c -> c.isRunning() && c.kind() != TermName.ACCEPTANCE)
                        .findFirst()
                        .map(running -> ribbons.of(running, moments)),
                notices(file, showing),
                mayWrite ? Undoing.offered(file, moments.at()) : Optional.empty(),
                conversations.of(file, moments, showing.whole()),
                FiveItemsRead.of(file, moments, showing.whole()).with(showing.mending()),
                problems.of(ticket, agent.language()),
                applicant(ticket, mayWrite, showing.whole()),
                composers.of(file, showing.composing(), agent, moments),
                showing.done(),
                showing.step().map(asked -> steps.of(file, asked, moments)),
                ties.of(ticket, mayWrite));
    }

    private List<Notice> notices(TicketFile file, Showing showing) {
        return Stream.concat(showing.told().stream(), notices.of(file).stream()).toList();
    }

    private Optional<SlaView> dial(Ticket ticket, List<SlaClock> all, Moments moments) {
        if (ticket.state().isOpen()) {
            return Optional.of(dials.of(ticket.clock(), ticket.state() == TicketState.AWAITING_APPLICANT, moments));
        }
        return all.stream()
                .filter(c -> c.kind() == TermName.FIRST_ANSWER || c.kind() == TermName.ANSWER_AFTER_INFORMATION)
                .filter(c -> c.verdict() == Verdict.MET || c.verdict() == Verdict.BREACHED)
                .filter(c -> ticket.state() == TicketState.ANSWERED || ticket.state() == TicketState.CLOSED)
                .reduce((first, last) -> last)
                .flatMap(c -> c.endedAt().map(ended -> dials.ended(c, ended, moments)));
    }

    private Head head(TicketFile file, SignedInAgent agent, OfficeTime office, Moments moments) {
        Ticket ticket = file.ticket();
        return new Head(
                new TicketLink(ticket.number().toString()),
                new TicketPage.Title(
                        Masking.of(ticket.summary()), ticket.language().orElse(Language.RU)),
                Channels.of(ticket.channel()),
                moments.full(ticket.registeredAt()),
                Stage.valueOf(ticket.state().name()),
                ticket.assigneeId().map(id -> file.agent(id, moments.words())),
                agent.may(Role.AGENT) ? StepViews.acts(ticket, isOf(ticket, agent)) : List.of(),
                rows.place(ticket.id(), office).map(TicketPages::place),
                watching.of(ticket.id(), agent.id()));
    }

    private static boolean isOf(Ticket ticket, SignedInAgent agent) {
        return ticket.assigneeId().equals(Optional.of(agent.id().value()));
    }

    private static Place place(Queue.Standing place) {
        return new Place(
                place.number(),
                place.of(),
                place.previous().map(TicketLink::new),
                place.following().map(TicketLink::new));
    }

    private ApplicantCard applicant(Ticket ticket, boolean mayReveal, boolean whole) {
        Ticket.Applicant applicant = ticket.applicant();
        Optional<ApplicantId> id = ApplicantId.of(applicant.personalId());
        boolean masked = id.filter(known -> !(known instanceof Bin)).isPresent() && !whole;
        return new ApplicantCard(
                applicant.name(),
                id.map(known -> new ApplicantCard.Identifier(
                        known instanceof Bin ? ApplicantCard.Kind.BIN : ApplicantCard.Kind.IIN,
                        whole ? known.digits() : known.masked())),
                applicant.address(),
                applicants.phone(ticket.id()),
                applicants.count(applicant),
                masked && mayReveal
                        ? Optional.of(new TicketLink(ticket.number().toString()).href() + "/identifier-views")
                        : Optional.empty(),
                StepViews.acts(ticket, false).stream()
                        .filter(act -> mayReveal && act.verb() == TicketPage.Verb.GIVE_ADDRESS)
                        .map(TicketPage.Act::href)
                        .findFirst());
    }
}
