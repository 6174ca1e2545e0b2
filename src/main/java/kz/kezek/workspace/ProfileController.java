package kz.kezek.workspace;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SecondFactors;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.identity.SignedInPlaces;
import kz.kezek.workspace.ProfilePage.Enrolment;
import kz.kezek.workspace.ProfilePage.Factor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Each agent's own page: choices, second factor, sessions. */
@Controller
@RequestMapping("/profile")
class ProfileController {

    private static final int GROUP = 4;

    private final Screens screens;
    private final SecondFactors factors;
    private final SignedInPlaces places;
    private final CalendarInForce calendars;
    private final Clock clock;

    ProfileController(
            Screens screens, SecondFactors factors, SignedInPlaces places, CalendarInForce calendars, Clock clock) {
        this.screens = screens;
        this.factors = factors;
        this.places = places;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View profile(
            @RequestParam(required = false) @Nullable String saved,
            @AuthenticationPrincipal SignedInAgent agent,
            HttpSession session) {
        return show(saved != null, plain(agent, false), agent, session, HttpStatus.OK);
    }

    @PostMapping("/session-endings")
    ResponseEntity<Void> endOtherSessions(@AuthenticationPrincipal SignedInAgent agent, HttpSession session) {
        places.endOthers(agent, session.getId(), clock.instant());
        return HomeController.seeOther("/profile?saved");
    }

    @PostMapping("/second-factor")
    View begin(@AuthenticationPrincipal SignedInAgent agent, HttpSession session) {
        Factor factor = factors.begin(agent, clock.instant())
                .map(begun -> new Factor(
                        false, false, Optional.of(new Enrolment(grouped(begun.secret()), begun.uri())), List.of()))
                .orElseGet(() -> plain(agent, false));
        return show(false, factor, agent, session, HttpStatus.OK);
    }

    @PostMapping("/second-factor/confirmation")
    View confirm(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedInAgent agent,
            HttpSession session) {
        return factors.confirm(agent, code, clock.instant())
                .map(codes ->
                        show(false, new Factor(true, false, Optional.empty(), codes), agent, session, HttpStatus.OK))
                .orElseGet(() -> show(false, plain(agent, true), agent, session, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/second-factor/removal")
    View remove(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedInAgent agent,
            HttpSession session) {
        boolean removed = factors.remove(agent, code, clock.instant());
        return show(
                removed,
                plain(agent, !removed),
                agent,
                session,
                removed ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Factor plain(SignedInAgent agent, boolean wrong) {
        return new Factor(factors.isOn(agent.id()), wrong, Optional.empty(), List.of());
    }

    private View show(boolean saved, Factor factor, SignedInAgent agent, HttpSession session, HttpStatus status) {
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
        List<ProfilePage.Session> sessions = places.of(agent, session.getId()).stream()
                .map(open -> new ProfilePage.Session(
                        moments.full(open.began()), moments.full(open.lastUsed()), open.current()))
                .toList();
        return screens.show(new ProfilePage(saved, factor, sessions), status);
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
