package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = SmallHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"kezek.web.https=true", "kezek.web.metrics-from-loopback=true"})
class HttpsTest extends InTheHouse {

    @Test
    void bindsTheCookieToThisHost() {
        var response = visitor().get("/login");

        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-kezek=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void isDemandedForAYear() {
        for (String path : new String[] {"/login", "/desk", "/api/v1/things", "/actuator/health"}) {
            assertThat(visitor().get(path).headers().allValues("Strict-Transport-Security"))
                    .containsExactly("max-age=31536000");
        }
    }

    @Test
    void letsACollectorOnThisMachineReadTheMetricsWhenTold() {
        assertThat(visitor().get("/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotTakeAProxyForACollector() {
        assertThat(visitor()
                        .get("/actuator/prometheus", "X-Forwarded-For", "198.51.100.7")
                        .statusCode())
                .isEqualTo(401);
    }
}
