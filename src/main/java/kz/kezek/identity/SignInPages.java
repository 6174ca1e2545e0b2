package kz.kezek.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * The ways to the sign-in page and from it: {@code /login?error} after a wrong login or password, {@code /login?limited} after
 * too many tries, {@code /login?expired} when the page had become too old, {@code /login?signedout}; and, signed in, to the
 * page that was asked for or to {@code /desk}.
 */
final class SignInPages
        implements AuthenticationEntryPoint,
                AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                AccessDeniedHandler {

    static final String PAGE = "/login";
    static final String DESK = "/desk";

    private static final String WANTED = "kezek.wanted";
    private static final int LONGEST_WANTED = 1000;

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    /** Nobody is signed in. An htmx fragment cannot show the sign-in page in its place, so the whole page goes there. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        wanted(request).ifPresent(path -> request.getSession().setAttribute(WANTED, path));
        response.sendRedirect(PAGE);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication a)
            throws IOException {
        HttpSession session = request.getSession();
        Object wanted = session.getAttribute(WANTED);
        session.removeAttribute(WANTED);
        response.sendRedirect(wanted instanceof String path ? path : DESK);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        response.sendRedirect(PAGE + (e instanceof LockedException ? "?limited" : "?error"));
    }

    /** A sign-in form left open overnight has lost its session: that is no forgery to be told of, but a page to load again. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof CsrfException && request.getRequestURI().equals(PAGE)) {
            response.sendRedirect(PAGE + "?expired");
            return;
        }
        forbidden.handle(request, response, e);
    }

    /** The page asked for, as a path of ours: only such a path is ever redirected to. */
    private static Optional<String> wanted(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        if (!request.getMethod().equals(HttpMethod.GET.name()) || !accept.contains("text/html")) {
            return Optional.empty();
        }
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Optional.of(path)
                .filter(p -> p.startsWith("/") && !p.startsWith("//") && !p.startsWith("/\\"))
                .filter(p -> p.length() <= LONGEST_WANTED);
    }
}
