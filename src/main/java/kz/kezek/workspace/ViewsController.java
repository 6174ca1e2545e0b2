package kz.kezek.workspace;

import java.time.Clock;
import java.util.Locale;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.SavedViews.SavedView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Filters of the queue under a name: everybody keeps his own, the lead of a shift shares with all. */
@Controller
@RequestMapping("/desk/views")
class ViewsController {

    private static final int MOST = 30;
    private static final int LONGEST_NAME = 60;

    private final SavedViews views;
    private final Clock clock;

    ViewsController(SavedViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Void> save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "queue") String way,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "false") boolean shared,
            @AuthenticationPrincipal SignedInAgent agent) {
        String given = name(name);
        requireLeadFor(shared, agent);
        if (!way.matches("queue|mine|waiting|free") || views.count(agent.id()) >= MOST) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        QueueFilter filter = QueueFilter.of(
                Way.valueOf(way.toUpperCase(Locale.ROOT)),
                stage,
                who,
                agent.id().value());
        return HomeController.seeOther("/desk/views/" + views.insert(filter, given, shared, clock.instant()));
    }

    @PostMapping("/{id:\\d{1,18}}/name")
    ResponseEntity<Void> rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @AuthenticationPrincipal SignedInAgent agent) {
        SavedView view = changeable(id, agent);
        requireLeadFor(shared && !view.shared(), agent);
        views.change(id, name(name), shared);
        return HomeController.seeOther("/desk/views/" + id);
    }

    @PostMapping("/{id:\\d{1,18}}/removal")
    ResponseEntity<Void> remove(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        SavedView view = changeable(id, agent);
        views.remove(id);
        return HomeController.seeOther(view.filter().href());
    }

    /** Whether this agent may rename and remove a view: his own, and everybody's as the lead of a shift. */
    static boolean mayChange(SavedView view, SignedInAgent agent) {
        return agent.may(Role.AGENT) && view.owner().equals(agent.id()) || view.shared() && agent.may(Role.SHIFT_LEAD);
    }

    private SavedView changeable(long id, SignedInAgent agent) {
        SavedView view = views.find(id, agent.id()).orElseThrow(NotFound::new);
        if (!mayChange(view, agent)) {
            throw new AccessDeniedException("a view of somebody else");
        }
        return view;
    }

    private static void requireLeadFor(boolean sharing, SignedInAgent agent) {
        if (sharing && !agent.may(Role.SHIFT_LEAD)) {
            throw new AccessDeniedException("views are shared by leads of shifts");
        }
    }

    private static String name(String typed) {
        String name = typed.replace("\0", "").strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return name;
    }
}
