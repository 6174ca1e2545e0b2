package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiAccessTest extends InTheHouse {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    ROLE,          GET, POST, METRICS
                    AGENT,         200, 200,  403
                    SHIFT_LEAD,    200, 200,  403
                    SUPERVISOR,    200, 200,  403
                    ADMINISTRATOR, 200, 200,  200
                    AUDITOR,       200, 403,  200
                    """)
    void isGivenByTheRoleOfTheToken(Role role, int get, int post, int metrics) {
        String bearer = "Bearer " + token(role);

        assertThat(visitor().get("/api/v1/things", "Authorization", bearer).statusCode())
                .isEqualTo(get);
        assertThat(visitor()
                        .post("/api/v1/things", Map.of(), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(post);
        assertThat(visitor()
                        .get("/actuator/prometheus", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(metrics);
    }

    @Test
    void acceptsTheBootstrapTokenAsAnAdministrators() {
        var response = visitor().get("/api/v1/things", "Authorization", "Bearer bootstrap-token-of-the-test");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("bootstrap");
    }

    @Test
    void asksForATokenWithAProblem() {
        var response = visitor().get("/api/v1/things");

        assertProblem(response, 401, "Unauthorized");
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"kezek\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer kzk_0000000000000000000000000000000000000000000",
                "Bearer ",
                "Bearer a b",
                "Bearer \u00e4",
                "Basic YTpi",
                "kzk_0000"
            })
    void refusesWhatIsNoTokenOfOurs(String authorization) {
        var response = visitor().get("/api/v1/things", "Authorization", authorization);

        assertProblem(response, 401, "Unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
    }

    @Test
    void refusesARevokedToken() {
        var issued = (TokenIssue.Issued) issuer.issue("to-be-revoked", Role.AGENT, CONSOLE, AT);
        issuer.revoke("to-be-revoked", CONSOLE, AT);

        assertProblem(
                visitor().get("/api/v1/things", "Authorization", "Bearer " + issued.value()), 401, "Unauthorized");
    }

    @Test
    void saysWithAProblemThatTheRoleIsNotEnough() {
        var response = visitor().post("/api/v1/things", Map.of(), "Authorization", "Bearer " + token(Role.AUDITOR));

        assertProblem(response, 403, "Forbidden");
    }

    @Test
    void takesNoSession() {
        assertThat(signedIn(Role.ADMINISTRATOR).get("/api/v1/things").statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesNoTokenFromTheAddress() {
        String token = token(Role.AGENT);

        assertThat(visitor().get("/api/v1/things?access_token=" + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void makesNoSessionAndOpensNoPage() {
        String bearer = "Bearer " + token(Role.ADMINISTRATOR);

        assertThat(visitor()
                        .get("/api/v1/things", "Authorization", bearer)
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
        assertThat(visitor().get("/desk", "Authorization", bearer).statusCode()).isEqualTo(302);
    }

    @Test
    void notesTheHourOfUse() {
        var issued = (TokenIssue.Issued) issuer.issue("in-use", Role.AGENT, CONSOLE, AT);
        visitor().get("/api/v1/things", "Authorization", "bearer " + issued.value());

        assertThat(issuer.all())
                .filteredOn(token -> token.name().equals("in-use"))
                .singleElement()
                .satisfies(token ->
                        assertThat(token.lastUsedAt()).contains(clock.instant().truncatedTo(ChronoUnit.HOURS)));
    }

    @Test
    void tellsEverybodyThatItLivesAndNothingMore() {
        var response = visitor().get("/actuator/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/health/db"})
    void tellsNobodyTheRest(String path) {
        assertThat(visitor().get(path).statusCode()).isEqualTo(401);
        assertThat(visitor()
                        .get(path, "Authorization", "Bearer " + token(Role.AGENT))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void doesNotOpenMetricsToLoopbackUnlessTold() {
        assertThat(visitor().get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String title) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isEqualTo(title);
        assertThat(problem.get("detail").stringValue()).isNotEmpty();
        assertThat(problem.get("instance").stringValue()).isEqualTo("/api/v1/things");
    }
}
