package kz.kezek.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/**
 * Public pages as Spring's views: what a controller returns. A choice made by a link is kept in a cookie.
 *
 * <p>Pages travel compressed, but an applicant's own page that answers what was entered does not: there a secret stands beside
 * chosen words, and the length would tell of it (BREACH). An applicant's page that is only opened shows nothing of the
 * request, no cookie opens it, and who could make a browser ask for it knows its secret already.
 */
@Component
class PublicScreens {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Pattern GZIP_ACCEPTED =
            Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))", Pattern.CASE_INSENSITIVE);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Visits visits;

    PublicScreens(Visits visits) {
        this.visits = visits;
    }

    View show(PublicPage page) {
        return show(page, HttpStatus.OK);
    }

    View show(PublicPage page, HttpStatus status) {
        return (model, request, response) -> write(page, status, request, response);
    }

    private void write(PublicPage page, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        engine.render("portal/" + page.template() + ".jte", Map.of("visit", visits.of(request), "page", page), output);
        remember(request, response);
        response.setHeader("Referrer-Policy", "no-referrer");
        if (page.personal()) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        boolean answersInput = page.personal() && !request.getMethod().equals("GET");
        byte[] body = answersInput ? output.toByteArray() : compressed(output.toByteArray(), request, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] compressed(byte[] html, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String accepted = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        if (!GZIP_ACCEPTED.matcher(accepted).find()) {
            return html;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new SmallestGzip(bytes)) {
            gzip.write(html);
        }
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return bytes.toByteArray();
    }

    private static void remember(HttpServletRequest request, HttpServletResponse response) {
        Visits.asked(request).ifPresent(language -> keep(Visits.LANGUAGE_COOKIE, language.tag(), request, response));
        Optional.ofNullable(request.getParameter(Visits.VIEW))
                .filter(view -> view.equals("large") || view.equals("plain"))
                .ifPresent(view -> keep(Visits.VIEW, view, request, response));
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(YEAR)
                        .build()
                        .toString());
    }

    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
