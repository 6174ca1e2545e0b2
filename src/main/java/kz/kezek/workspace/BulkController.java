package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.TicketId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One act on many tickets: each by itself, so that one that cannot be done holds none of the others. */
@Controller
class BulkController {

    /** A page of the queue. */
    private static final int MOST = QueueController.PAGE;

    private final TicketFiles files;
    private final TicketWork work;
    private final Screens screens;

    BulkController(TicketFiles files, TicketWork work, Screens screens) {
        this.files = files;
        this.work = work;
        this.screens = screens;
    }

    /** What can be done with many tickets. */
    enum Bulk {
        TAKE,
        RELEASE,
        CLOSE
    }

    @PostMapping("/desk/bulk")
    View act(
            @RequestParam(defaultValue = "") List<String> tickets,
            @RequestParam Bulk act,
            @RequestParam(defaultValue = "/desk/queue") String back,
            @AuthenticationPrincipal SignedInAgent agent) {
        if (tickets.size() > MOST) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<TicketLink> failed = new ArrayList<>();
        for (String number : tickets.stream().distinct().toList()) {
            if (!isDone(act, files.ticket(number).id(), agent)) {
                failed.add(new TicketLink(number));
            }
        }
        String way = HomeController.ours(back);
        return failed.isEmpty()
                ? TicketFormsController.seeOther(way)
                : screens.show(new BulkPage(tickets.size() - failed.size(), failed, way), HttpStatus.CONFLICT);
    }

    private boolean isDone(Bulk act, TicketId ticket, SignedInAgent agent) {
        return switch (act) {
            case TAKE -> work.assign(ticket, agent);
            case RELEASE -> work.release(ticket, agent);
            case CLOSE -> work.close(ticket, agent);
        };
    }
}
