package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.FailurePage.Kind;
import kz.kezek.workspace.Frame.Way;

/** Every page of the workspace in its telling states, by the name of its file. */
final class DrawnPages {

    private static final Pages PAGES = new Pages();

    private DrawnPages() {}

    static Map<String, String> all(Preferences preferences) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("queue", TuesdayQueue.queue());
        pages.put("waiting", TuesdayQueue.waiting());
        pages.put("mine-empty", TuesdayQueue.nothingOfMine());
        for (var mode : Mode.values()) {
            pages.put("ticket-" + mode.word(), TuesdayTicket.ticket(mode));
        }
        pages.put("ticket-errors", TuesdayTicket.ticketWithErrors());
        pages.put("ticket-mending", TuesdayTicket.mendingWithErrors());
        for (var verb : TicketPage.Verb.values()) {
            if (verb.asks()) {
                pages.put("ticket-step-" + verb.word(), TuesdayTicket.step(verb));
            }
        }
        pages.put("ticket-discontinued", TuesdayTicket.discontinued());
        pages.put(
                "ticket-print",
                new PrintPage(
                        TuesdayTicket.ticket(Mode.CLOSED),
                        java.util.List.of(new PrintPage.Term(
                                "1-й ответ", "вт, 24 ноября, 10:12", "", "вт, 24 ноября, 13:12", "2 ч 24 мин", true)),
                        "вт, 24 ноября, 12:36"));
        pages.put("sign-in", new SignInPage("", Optional.empty()));
        pages.put("sign-in-wrong", new SignInPage("aigerim", Optional.of(SignInPage.Message.WRONG)));
        for (var kind : Kind.values()) {
            pages.put("failure-" + SlaView.dashed(kind.name()), new FailurePage(kind, Optional.of("7F3A-21"), true));
        }
        pages.put("profile", new ProfilePage(true));
        pages.put("profile-factor-begun", TuesdaySearch.profile(false));
        pages.put("profile-factor-on", TuesdaySearch.profile(true));
        pages.put("profile-factor-wrong", TuesdaySearch.wrongCode());
        pages.put("quarantine", TuesdayPost.quarantine());
        pages.put("quarantine-empty", TuesdayPost.quarantineEmpty());
        pages.put("quarantine-letter", TuesdayPost.quarantineLetter());
        pages.put("quarantine-letter-decided", TuesdayPost.quarantineLetterDecided());
        pages.put("ledger", TuesdayPost.ledger());
        pages.put("outbox", TuesdayPost.outbox());
        pages.put("outbox-letter", TuesdayPost.outboxLetter());
        pages.put("letter-texts", TuesdayTexts.all());
        pages.put("letter-text", TuesdayTexts.changed());
        pages.put("letter-text-faulty", TuesdayTexts.faulty());
        pages.put("call", TuesdayCall.begun());
        pages.put("call-errors", TuesdayCall.withErrors());
        pages.put("call-taken", TuesdayCall.taken());
        pages.put("search", TuesdaySearch.found());
        pages.put("search-empty", new SearchPage("", false, java.util.List.of(), Optional.empty()));
        pages.put("canned", TuesdaySearch.canned());
        pages.put("canned-edit", TuesdaySearch.cannedInTheForm());
        pages.put("canned-empty", new CannedPage(java.util.List.of(), false, Optional.empty(), java.util.List.of()));
        pages.put("bulk", TuesdaySearch.bulk());
        pages.put("bulk-asked", TuesdaySearch.bulkAsked());
        pages.put("knowledge", TuesdayKnowledge.list());
        pages.put("instruction", TuesdayKnowledge.instruction());
        pages.put("incidents", TuesdayKnowledge.incidents());
        pages.put("incidents-empty", TuesdayKnowledge.noIncidents());
        pages.put("incident", TuesdayIncident.incident());
        pages.put("incident-answer", TuesdayIncident.letters());
        pages.put("incident-sent", TuesdayIncident.sent());
        pages.put("sink", TuesdayLetters.sink());
        pages.put("sink-letter", TuesdayLetters.sinkLetter());
        var drawn = new LinkedHashMap<String, String>();
        pages.forEach((name, page) -> drawn.put(name, draw(preferences, page)));
        return drawn;
    }

    private static String draw(Preferences preferences, Page page) {
        var way = switch (page) {
            case QueuePage queue -> queue.way();
            case SinkPage _, SinkLetterPage _ -> Way.SINK;
            case QuarantinePage _, QuarantineLetterPage _ -> Way.QUARANTINE;
            case LedgerPage _ -> Way.LEDGER;
            case KnowledgePage _,
                    InstructionPage _,
                    IncidentsPage _,
                    IncidentPage _,
                    IncidentAnswerPage _,
                    IncidentSentPage _ -> Way.KNOWLEDGE;
            case OutboxPage _, OutboxLetterPage _ -> Way.OUTBOX;
            case ProfilePage _ -> Way.PROFILE;
            case LetterTextsPage _, LetterTextPage _ -> Way.LETTERS;
            case SearchPage _ -> Way.SEARCH;
            case CallPage _, CallTakenPage _ -> Way.CALL;
            case CannedPage _ -> Way.CANNED;
            case WatchersPage _, PalettePage _, InsertsPage _, NotificationsPage _ ->
                throw new IllegalArgumentException("a fragment");
            case TicketPage _, SignInPage _, FailurePage _, BulkPage _, PrintPage _ -> Way.QUEUE;
        };
        var frame = TuesdayMorning.frame(preferences, way, way.href());
        return new String(PAGES.draw(frame, page), StandardCharsets.UTF_8);
    }
}
