package kz.kezek.identity;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The headers of every answer, errors too. They are set twice from one list: by the server before anything can go wrong, for
 * the answers that no chain of ours sees (a request line that is none, a path that the firewall refuses), and by each chain
 * at the end, for those that the server began anew. What sets a Cache-Control of its own, as assets may, keeps it.
 */
final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    static final String PERMISSIONS_POLICY = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static final long YEAR_SECONDS = 31_536_000;

    private final Map<String, String> always = new LinkedHashMap<>();

    SecurityHeaders(WebSettings settings) {
        always.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        always.put("X-Content-Type-Options", "nosniff");
        always.put("X-Frame-Options", "DENY");
        always.put("Referrer-Policy", "same-origin");
        always.put("Permissions-Policy", PERMISSIONS_POLICY);
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        always.put("Cross-Origin-Resource-Policy", "same-origin");
        always.put(HttpHeaders.CACHE_CONTROL, "no-store");
        if (settings.https()) {
            always.put("Strict-Transport-Security", "max-age=" + YEAR_SECONDS);
        }
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .addHeaderWriter(new StaticHeadersWriter(always.entrySet().stream()
                        .map(header -> new Header(header.getKey(), header.getValue()))
                        .toList()))
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(YEAR_SECONDS).includeSubDomains(false));
    }

    /** The server's part. */
    ValveBase valve() {
        return new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                always.forEach(response::setHeader);
                getNext().invoke(request, response);
            }
        };
    }
}
