package kz.kezek.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import kz.kezek.SettableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The security of the whole program around a few pages of its own. No stereotype: the scan of the program must not find it. */
@EnableAutoConfiguration
@ComponentScan({"kz.kezek.storage", "kz.kezek.journal", "kz.kezek.identity"})
class SmallHouse {

    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2026-07-10T04:00:00Z"));
    }

    @TestComponent
    @RestController
    static class Pages {

        @GetMapping(
                value = {"/login", "/form"},
                produces = "text/html;charset=utf-8")
        String form(@RequestAttribute("_csrf") CsrfToken token) {
            return "<form><input name=\"_csrf\" value=\"" + token.getToken() + "\"></form>";
        }

        @GetMapping({"/desk", "/lead", "/admin/users", "/admin/audit", "/profile"})
        String page(@AuthenticationPrincipal SignedInAgent agent) {
            return agent.displayName() + " " + agent.language();
        }

        @PostMapping({"/desk/things", "/lead/things", "/admin/users", "/profile"})
        String change(@AuthenticationPrincipal Caller caller) {
            return "changed by " + caller.actor().code();
        }

        @GetMapping("/desk/broken")
        String broken() {
            throw new IllegalStateException("the inside of a fault");
        }

        @GetMapping("/desk/holds-an-object")
        String holdsAnObject(HttpServletRequest request) {
            request.getSession().setAttribute("thing", Map.of("not", "text"));
            return "held";
        }

        @GetMapping("/assets/mark.svg")
        String asset() {
            return "<svg/>";
        }

        @GetMapping("/api/v1/things")
        String things(@AuthenticationPrincipal Caller caller) {
            return caller.getName();
        }

        @PostMapping("/api/v1/things")
        String thing(@AuthenticationPrincipal CallingToken token) {
            return "changed by " + token.actor().code();
        }
    }
}
