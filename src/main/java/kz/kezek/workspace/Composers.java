package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.Desk;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.AgentId;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RequestItem;
import kz.kezek.sla.TicketClocks;
import kz.kezek.ticket.Lifecycle;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.Step;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.AskedItem;
import kz.kezek.workspace.ComposerView.Asking;
import kz.kezek.workspace.ComposerView.Attached;
import kz.kezek.workspace.ComposerView.Draft;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.ComposerView.Recipient;
import org.springframework.stereotype.Component;

/** Lays out the place to write: what the ticket's state allows, and what a Запрос may ask (R15–R19). */
@Component
class Composers {

    private static final Map<Integer, String> FORM_ITEMS =
            Map.of(1, "ask.eds", 2, "ask.browser", 3, "ask.java", 4, "ask.error-text", 5, "ask.sender");
    private static final Map<String, String> QUESTIONS = Map.of(
            "time", "ask.time",
            "description", "ask.description",
            "screenshots", "ask.screenshots",
            "os", "ask.os",
            "servicePack", "ask.service-pack");

    private final Regulation regulation;
    private final TicketClocks clocks;
    private final Drafts drafts;
    private final DraftFiles attached;
    private final Desk desk;

    Composers(Regulation regulation, TicketClocks clocks, Drafts drafts, DraftFiles attached, Desk desk) {
        this.desk = desk;
        this.attached = attached;
        this.regulation = regulation;
        this.clocks = clocks;
        this.drafts = drafts;
    }

    /** What the agent was writing on this surface, or a new form of it. */
    Composing begin(Ticket ticket, Mode mode, AgentId agent) {
        return drafts.of(agent, ticket.id()).stream()
                .filter(kept -> kept.surface() == mode)
                .findFirst()
                .map(kept -> Composing.begin(mode).with(kept.text(), Optional.of(kept.items())))
                .orElseGet(() -> Composing.begin(mode));
    }

    /** The surface that the agent was writing on last. */
    Optional<Mode> lastWritten(Ticket ticket, AgentId agent) {
        return drafts.of(agent, ticket.id()).stream().map(Drafts.Kept::surface).findFirst();
    }

    ComposerView of(TicketFile file, Composing composing, SignedInAgent agent, Moments moments) {
        Ticket ticket = file.ticket();
        boolean mayWrite = agent.may(Role.AGENT);
        return new ComposerView(
                composing.mode(),
                mayWrite ? allowed(ticket) : List.of(),
                new TicketLink(ticket.number().toString()),
                new Recipient(ticket.applicant().address(), ticket.language().orElse(Language.RU)),
                draft(ticket, composing, agent, moments),
                composing.mode() == Mode.REQUEST
                        ? Optional.of(new Asking(
                                items(file, composing.asked()),
                                moments.full(clocks.applicantReplyDue(moments.at())),
                                desk.terms().replyHours()))
                        : Optional.empty(),
                composing.errors(),
                LastSeen.of(file).toString(),
                mayWrite ? files(ticket, composing.mode(), agent, moments) : List.of());
    }

    private List<Attached> files(Ticket ticket, Mode mode, SignedInAgent agent, Moments moments) {
        String href = new TicketLink(ticket.number().toString()).href() + "/drafts/" + mode.word() + "/files/";
        return attached.of(new Drafts.Place(agent.id(), ticket.id(), mode)).stream()
                .map(kept -> new Attached(
                        kept.file().fileName(),
                        FileSizes.of(kept.file().size(), moments.words()),
                        kept.file().mediaType().startsWith("image/"),
                        href + kept.id()))
                .toList();
    }

    private Draft draft(Ticket ticket, Composing composing, SignedInAgent agent, Moments moments) {
        List<Drafts.Kept> kept = drafts.of(agent.id(), ticket.id());
        return new Draft(
                composing.text(),
                composing.idempotencyKey(),
                kept.stream()
                        .filter(text -> text.surface() == composing.mode())
                        .findFirst()
                        .map(text -> moments.near(text.savedAt())),
                kept.stream().map(Drafts.Kept::surface).toList());
    }

    static List<Mode> allowed(Ticket ticket) {
        Set<Step> steps = Lifecycle.steps(ticket.state(), Party.AGENT);
        boolean reachable = !ticket.applicant().address().isBlank();
        List<Mode> modes = new ArrayList<>();
        if (steps.contains(Step.ANSWER)) {
            modes.add(Mode.ANSWER);
        }
        if (reachable && steps.contains(Step.REQUEST_INFORMATION)) {
            modes.add(Mode.REQUEST);
        }
        modes.add(Mode.NOTE);
        return modes;
    }

    /** Every key that a Запрос may name. */
    boolean known(String key) {
        return regulation.requestItem(key).isPresent()
                || FORM_ITEMS.keySet().stream().anyMatch(number -> key.equals("item-" + number));
    }

    private List<AskedItem> items(TicketFile file, Optional<List<String>> asked) {
        List<AskedItem> items = new ArrayList<>();
        for (int number : file.ticket().missingItems()) {
            String key = "item-" + number;
            items.add(new AskedItem(
                    key,
                    Optional.ofNullable(FORM_ITEMS.get(number)).orElseThrow(),
                    asked.map(keys -> keys.contains(key)).orElse(true),
                    true));
        }
        for (RequestItem item : regulation.requestItems()) {
            String text = QUESTIONS.get(item.key());
            if (text != null) {
                boolean checked = asked.map(keys -> keys.contains(item.key())).orElse(false);
                items.add(new AskedItem(item.key(), text, checked, absent(item.key(), file)));
            }
        }
        return items;
    }

    private static boolean absent(String question, TicketFile file) {
        return switch (question) {
            case "description" -> file.ticket().form().items().keySet().stream().noneMatch(k -> k.startsWith("4."));
            case "screenshots" ->
                file.messages().stream()
                        .flatMap(message -> message.attachments().stream())
                        .noneMatch(attachment -> attachment.mediaType().startsWith("image/"));
            default -> true;
        };
    }
}
