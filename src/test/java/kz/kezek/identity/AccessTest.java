package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends InTheHouse {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    METHOD, PATH,          AGENT, SHIFT_LEAD, SUPERVISOR, ADMINISTRATOR, AUDITOR, NOBODY
                    GET,    /desk,         200,   200,        200,        200,           200,     302
                    POST,   /desk/things,  200,   200,        200,        200,           403,     302
                    GET,    /lead,         403,   200,        200,        200,           200,     302
                    POST,   /lead/things,  403,   200,        200,        200,           403,     302
                    GET,    /admin/users,  403,   403,        403,        200,           403,     302
                    POST,   /admin/users,  403,   403,        403,        200,           403,     302
                    GET,    /admin/audit,  403,   403,        403,        200,           200,     302
                    GET,    /profile,      200,   200,        200,        200,           200,     302
                    POST,   /profile,      200,   200,        200,        200,           200,     302
                    GET,    /nowhere,      404,   404,        404,        404,           404,     302
                    """)
    void isGivenByRole(
            String method,
            String path,
            int agent,
            int shiftLead,
            int supervisor,
            int administrator,
            int auditor,
            int nobody) {
        assertThat(status(signedIn(Role.AGENT), method, path)).isEqualTo(agent);
        assertThat(status(signedIn(Role.SHIFT_LEAD), method, path)).isEqualTo(shiftLead);
        assertThat(status(signedIn(Role.SUPERVISOR), method, path)).isEqualTo(supervisor);
        assertThat(status(signedIn(Role.ADMINISTRATOR), method, path)).isEqualTo(administrator);
        assertThat(status(signedIn(Role.AUDITOR), method, path)).isEqualTo(auditor);
        assertThat(status(visitor(), method, path)).isEqualTo(nobody);
    }

    @Test
    void isTheSumOfSeveralRoles() {
        var visitor = signedIn(Role.AGENT, Role.AUDITOR);

        assertThat(status(visitor, "GET", "/admin/audit")).isEqualTo(200);
        assertThat(status(visitor, "POST", "/desk/things")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/logout", "/desk/things", "/lead/things", "/admin/users", "/profile", "/nowhere"})
    void refusesEveryChangeWithoutTheTokenAgainstForgery(String path) {
        var visitor = signedIn(Role.ADMINISTRATOR);

        var without = visitor.post(path, Map.of("username", "x", "password", "y"));
        var wrong = visitor.post(path, Map.of("_csrf", "AAAA"));

        assertThat(without.statusCode()).isEqualTo(path.equals("/login") ? 302 : 403);
        assertThat(wrong.statusCode()).isEqualTo(path.equals("/login") ? 302 : 403);
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotSignInByAForgedForm() {
        Agent agent = agent(Role.AGENT);
        var visitor = visitor();
        visitor.get("/login");

        var answer = visitor.post("/login", Map.of("username", agent.login(), "password", PASSWORD));

        assertThat(Visitor.target(answer)).isEqualTo("/login?expired");
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void refusesOtherMethodsWithoutTheTokenToo(String method) {
        assertThat(signedIn(Role.ADMINISTRATOR).send(method, "/desk/things").statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesTheTokenAgainstForgeryFromTheHeaderOfHtmx() {
        var visitor = signedIn(Role.AGENT);

        var answer =
                visitor.post("/desk/things", Map.of(), "X-CSRF-TOKEN", visitor.csrf("/form"), "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("changed by agent:");
    }

    @Test
    void doesNotTakeAnothersTokenAgainstForgery() {
        var other = signedIn(Role.AGENT);

        assertThat(signedIn(Role.AGENT)
                        .post("/desk/things", Map.of("_csrf", other.csrf("/form")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isOpenForAssetsWithoutASession() {
        var response = visitor().get("/assets/mark.svg");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/../desk", "/assets/%2e%2e/desk", "/assets;/desk", "/desk;x=/assets/", "//desk"})
    void isNotWonByAWindingPath(String path) {
        assertThat(visitor().get(path).statusCode()).isIn(302, 400, 404);
        assertThat(visitor().get(path).body()).doesNotContain("null");
    }

    @Test
    void isNotWonByAForwardedUser() {
        var answer = visitor()
                .get("/desk", "X-Forwarded-User", "admin", "Remote-User", "admin", "X-Forwarded-For", "127.0.0.1");

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private static int status(Visitor visitor, String method, String path) {
        return method.equals("GET")
                ? visitor.get(path).statusCode()
                : visitor.post(path, Map.of("_csrf", visitor.csrf("/login"))).statusCode();
    }
}
