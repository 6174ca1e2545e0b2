package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest extends InTheHouse {

    @ParameterizedTest
    @CsvSource({
        "GET, /desk, 200",
        "GET, /admin/users, 403",
        "GET, /nowhere, 404",
        "GET, /desk/broken, 500",
        "GET, /desk;x=1, 400",
        "PUT, /desk, 403",
        "TRACE, /desk, 405",
        "GET, /assets/mark.svg, 200",
        "GET, /assets/none.svg, 404",
        "GET, /actuator/health, 200",
        "GET, /actuator/prometheus, 401",
        "GET, /api/v1/things, 401",
        "GET, /error, 500"
    })
    void standOnEveryAnswer(String method, String path, int status) {
        var response = signedIn(Role.AGENT).send(method, path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertHeaders(response);
    }

    @Test
    void standOnRedirectsAndOnTheSignInPage() {
        var visitor = visitor();

        assertHeaders(visitor.get("/desk"));
        assertHeaders(visitor.get("/login"));
        assertHeaders(visitor.signIn("nobody", "wrong password"));
        assertHeaders(visitor.get("/desk", "HX-Request", "true"));
    }

    @Test
    void standOnAnswersOfTheApi() {
        String bearer = "Bearer " + token(Role.AUDITOR);

        assertHeaders(visitor().get("/api/v1/things", "Authorization", bearer));
        assertHeaders(visitor().get("/api/v1/nothing", "Authorization", bearer));
        assertHeaders(visitor().post("/api/v1/things", Map.of(), "Authorization", bearer));
    }

    @Test
    void keepPagesOutOfEveryCache() {
        var visitor = signedIn(Role.AGENT);

        for (String path : new String[] {"/desk", "/login", "/nowhere", "/admin/users", "/desk/broken"}) {
            assertThat(header(visitor.get(path), "Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /desk|x HTTP/1.1", "GET /desk%00 HTTP/1.1", "NONSENSE", "GET /%zz HTTP/1.1"})
    void standOnAnswersToWhatIsNoRequest(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'self'; script-src 'self'")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Cache-Control: no-store");
    }

    @Test
    void tellNothingOfTheInsideOfAFault() {
        var response = signedIn(Role.AGENT).get("/desk/broken");

        assertThat(response.body()).doesNotContain("inside of a fault", "IllegalStateException", "at kz.kezek");
        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void openNothingToOtherOrigins() {
        var visitor = signedIn(Role.AGENT);

        var simple = visitor.get("/desk", "Origin", "https://evil.example");
        var preflight = visitor()
                .send(
                        "OPTIONS",
                        "/api/v1/things",
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "POST");

        assertThat(simple.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void sayNothingOfHttpsWhenThereIsNone() {
        assertThat(visitor().get("/login").headers().map()).doesNotContainKey("strict-transport-security");
    }

    private static void assertHeaders(HttpResponse<String> response) {
        assertThat(header(response, "Content-Security-Policy"))
                .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
                        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cache-Control")).contains("no-store");
    }

    /** One value, once. */
    private static String header(HttpResponse<String> response, String name) {
        var values = response.headers().allValues(name);
        assertThat(values).as(name + " of " + response).hasSize(1);
        return values.getFirst();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
