package kz.kezek.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.LiveSignal.Doing;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What makes pages live: the stream of event names, who is where, and the heartbeat of a page that shows a ticket. */
@Controller
class LiveController {

    private final Live live;
    private final LiveSignals signals;
    private final Watching watching;
    private final TicketFiles files;
    private final Screens screens;

    LiveController(Live live, LiveSignals signals, Watching watching, TicketFiles files, Screens screens) {
        this.live = live;
        this.signals = signals;
        this.watching = watching;
        this.files = files;
        this.screens = screens;
    }

    /** Events of the queue, or of a ticket that this agent may see; {@code news} also says that something happened anywhere. */
    @GetMapping("/desk/events")
    SseEmitter events(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "false") boolean news,
            @AuthenticationPrincipal SignedInAgent agent,
            HttpServletResponse response) {
        Optional<Ticket> shown = ticket.isEmpty() ? Optional.empty() : Optional.of(files.ticket(ticket));
        // A proxy in between must not gather what is to come at once.
        response.setHeader("X-Accel-Buffering", "no");
        return live.open(agent.id(), shown.map(Ticket::id), news);
    }

    @GetMapping("/desk/presence")
    View presence(@AuthenticationPrincipal SignedInAgent agent) {
        return screens.show(new WatchersPage(watching.everywhere(agent.id())));
    }

    @PostMapping("/desk/t/{number}/presence")
    ResponseEntity<Void> present(
            @PathVariable String number,
            @RequestParam(defaultValue = "VIEWING") Doing doing,
            @AuthenticationPrincipal SignedInAgent agent) {
        signals.tell(new LiveSignal.Seen(files.ticket(number).id(), agent.id(), doing));
        return ResponseEntity.noContent().build();
    }
}
