package kz.kezek.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Public pages as Spring's views: what a controller returns. A choice made by a link is kept in a cookie. */
@Component
class PublicScreens {

    private static final Duration YEAR = Duration.ofDays(365);

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
        byte[] html = output.toByteArray();
        remember(request, response);
        response.setHeader("Referrer-Policy", "no-referrer");
        if (page.personal()) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
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
}
