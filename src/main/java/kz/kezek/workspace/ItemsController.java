package kz.kezek.workspace;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.FormCorrection;
import kz.kezek.submission.FactKind;
import kz.kezek.ticket.Ticket;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The five items as an agent mends them; what the letter said stays in the history. */
@Controller
class ItemsController {

    private static final int LONGEST = 5000;

    private final TicketFiles files;
    private final FormCorrection correction;
    private final Clock clock;

    ItemsController(TicketFiles files, FormCorrection correction, Clock clock) {
        this.files = files;
        this.correction = correction;
        this.clock = clock;
    }

    /** What was left as it was shown is not told: a masked number must not be saved in the place of a whole one. */
    @PostMapping("/desk/t/{number}/items")
    ResponseEntity<Void> correct(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        Map<FactKind, String> told = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            String typed = fields.getOrDefault(kind.name(), FiveItems.shown(ticket.form(), kind))
                    .replace("\0", "")
                    .replace("\r\n", "\n")
                    .strip();
            boolean left = typed.equals(FiveItems.shown(ticket.form(), kind));
            if (!left) {
                told.put(kind, typed);
            }
        }
        boolean fit = told.values().stream().allMatch(typed -> typed.length() <= LONGEST);
        if (!fit || !told.isEmpty() && !correction.correct(ticket.id(), told, agent.actor(), clock.instant())) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return HomeController.seeOther(new TicketLink(ticket.number().toString()).href() + "#five");
    }
}
