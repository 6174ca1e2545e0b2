package kz.kezek.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.workspace.NotificationsPage.Notification;
import kz.kezek.workspace.Preferences.Notify;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What the browser tells an agent who asked for it; outside working hours it has nothing to tell. */
@Controller
class NotificationsController {

    private final Notifications notifications;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    NotificationsController(Notifications notifications, Screens screens, CalendarInForce calendars, Clock clock) {
        this.notifications = notifications;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/desk/notifications")
    View notifications(HttpServletRequest request, @AuthenticationPrincipal SignedInAgent agent) {
        Instant now = clock.instant();
        Notify wanted = Look.of(request).notifications();
        boolean silent = wanted == Notify.OFF || !calendars.current().isOpen(now);
        return screens.show(new NotificationsPage(
                silent
                        ? List.of()
                        : notifications.of(agent.id(), wanted == Notify.FREE, now).stream()
                                .map(told -> new Notification(
                                        told.kind() + "-" + told.name(),
                                        "notification." + told.kind(),
                                        new TicketLink(told.number()),
                                        Masking.of(told.summary())))
                                .toList()));
    }
}
