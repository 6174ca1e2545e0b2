package kz.kezek.workspace;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.FormCorrection;
import kz.kezek.submission.FactKind;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.TicketPages.Showing;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The five items as an agent mends them; what the letter said stays in the history. */
@Controller
class ItemsController {

    private static final int LONGEST = 5000;

    private final TicketFiles files;
    private final TicketPages pages;
    private final FormCorrection correction;
    private final Screens screens;
    private final Clock clock;

    ItemsController(TicketFiles files, TicketPages pages, FormCorrection correction, Screens screens, Clock clock) {
        this.files = files;
        this.pages = pages;
        this.correction = correction;
        this.screens = screens;
        this.clock = clock;
    }

    /** Takes what can be read; else the page comes back (422) with what was typed and what is wrong beside it. */
    @PostMapping("/desk/t/{number}/items")
    View correct(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        if (!ticket.form().keepsFacts()) {
            throw new ErrorResponseException(HttpStatus.CONFLICT);
        }
        Map<FactKind, String> told = told(ticket, fields);
        List<FieldError> errors = errors(ticket, told);
        if (!errors.isEmpty()) {
            var mending = new FiveItems.Mending(told, errors);
            var showing = Showing.mending(Composing.begin(Mode.CLOSED), mending);
            return screens.show(pages.of(ticket, agent, showing), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!told.isEmpty()) {
            correction.correct(ticket.id(), told, agent.actor(), clock.instant());
        }
        return TicketFormsController.seeOther(new TicketLink(ticket.number().toString()).href() + "#five");
    }

    /** What was left as it was shown is not told: a masked number must not be saved in the place of a whole one. */
    private static Map<FactKind, String> told(Ticket ticket, Map<String, String> fields) {
        Map<FactKind, String> told = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            String shown = FiveItems.shown(ticket.form(), kind);
            String typed = fields.getOrDefault(kind.name(), shown)
                    .replace("\0", "")
                    .replace("\r\n", "\n")
                    .strip();
            if (!typed.equals(shown)) {
                told.put(kind, typed);
            }
        }
        return told;
    }

    private List<FieldError> errors(Ticket ticket, Map<FactKind, String> told) {
        Set<FactKind> unreadable = correction.unreadable(ticket, told);
        return told.entrySet().stream()
                .flatMap(fact -> error(fact.getKey(), fact.getValue(), unreadable).stream())
                .toList();
    }

    private static Optional<FieldError> error(FactKind kind, String typed, Set<FactKind> unreadable) {
        String field = FiveItems.field(kind);
        return Stream.of(
                        Optional.of(new FieldError(field, "error.fact.long", List.of(LONGEST)))
                                .filter(error -> typed.length() > LONGEST),
                        Optional.of(new FieldError(field, unreadableKey(kind)))
                                .filter(error -> unreadable.contains(kind)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String unreadableKey(FactKind kind) {
        return switch (kind) {
            case EDS_VALIDITY, BROWSER, JAVA, FULL_NAME, APPLICANT_ID -> "error." + FiveItems.nameKey(kind);
            case EDS, ERROR_TEXT, ACTIONS, ADDITIONAL -> "error.fact.other";
        };
    }
}
