package kz.kezek.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import kz.kezek.identity.Accounts;
import kz.kezek.identity.SignedInAgent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The door for agents, the way in from it, and each agent's own choices. */
@Controller
class HomeController {

    private final Screens screens;
    private final Accounts accounts;
    private final Clock clock;

    HomeController(Screens screens, Accounts accounts, Clock clock) {
        this.screens = screens;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/desk")
    ResponseEntity<Void> home() {
        return seeOther("/desk/queue");
    }

    @GetMapping("/login")
    View signIn(HttpServletRequest request) {
        return screens.show(new SignInPage("", message(request)));
    }

    private static Optional<SignInPage.Message> message(HttpServletRequest request) {
        var parameters = request.getParameterMap();
        if (parameters.containsKey("error")) {
            return Optional.of(SignInPage.Message.WRONG);
        }
        if (parameters.containsKey("limited")) {
            return Optional.of(SignInPage.Message.TOO_OFTEN);
        }
        if (parameters.containsKey("expired")) {
            return Optional.of(SignInPage.Message.ENDED);
        }
        return parameters.containsKey("signedout") ? Optional.of(SignInPage.Message.SIGNED_OUT) : Optional.empty();
    }

    /** Keeps the choices given; an agent's language with the account too, so that it follows to other browsers. */
    @PostMapping("/preferences")
    ResponseEntity<Void> choose(
            HttpServletRequest request,
            @RequestParam(defaultValue = "/") String back,
            @AuthenticationPrincipal @Nullable SignedInAgent agent) {
        var headers = new HttpHeaders();
        for (String name : Look.NAMES) {
            String value = request.getParameter(name);
            if (value != null && Look.known(name, value)) {
                headers.add(
                        HttpHeaders.SET_COOKIE,
                        Look.cookie(name, value, request.isSecure()).toString());
            }
        }
        String tag = Optional.ofNullable(request.getParameter(Look.LANGUAGE)).orElse("");
        if (agent != null) {
            Look.language(tag)
                    .ifPresent(language ->
                            accounts.changeLanguage(agent.login(), language, agent.actor(), clock.instant()));
        }
        String target = ours(back);
        headers.setLocation(URI.create(target.startsWith("/profile") ? "/profile?saved" : target));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    /** The path to go back to, if it is one of ours: a form must not lead elsewhere. */
    static String ours(String back) {
        boolean path = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
        try {
            return path && URI.create(back).getHost() == null ? back : "/";
        } catch (IllegalArgumentException notAPath) {
            return "/";
        }
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
