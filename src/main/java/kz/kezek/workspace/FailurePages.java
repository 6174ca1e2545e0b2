package kz.kezek.workspace;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.SQLTransientException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.kezek.storage.BlobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What people see when a page cannot be shown; machines at the API get problem details. */
@Component
class FailurePages implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePages.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODE_BYTES = 4;

    private final Screens screens;

    FailurePages(Screens screens) {
        this.screens = screens;
    }

    /** Before the problem details of the API, which speak to every handler. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        boolean security = e instanceof AccessDeniedException || e instanceof AuthenticationException;
        if (security || forMachines(request.getRequestURI()) || response.isCommitted()) {
            return null;
        }
        FailurePage page = page(statusOf(e), e, request);
        try {
            screens.show(page, request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri && forMachines(uri)) {
            return null;
        }
        Throwable cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable e ? e : null;
        HttpStatus known = cause == null ? status : statusOf(cause);
        FailurePage page =
                page(known.is5xxServerError() || !status.is5xxServerError() ? known : status, cause, request);
        return new ModelAndView((ignored, req, response) -> screens.show(page, req, response));
    }

    private FailurePage page(HttpStatus status, @Nullable Throwable cause, HttpServletRequest request) {
        FailurePage.Kind kind = isDamage(cause) ? FailurePage.Kind.DAMAGED : kind(status);
        boolean broken = kind.status() >= 500;
        if (!broken) {
            return new FailurePage(kind, Optional.empty(), Frames.signedIn().isPresent());
        }
        String code = code();
        LOG.error("{} {} failed, code {}", request.getMethod(), status.value(), code, cause);
        return new FailurePage(kind, Optional.of(code), true);
    }

    private static FailurePage.Kind kind(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> FailurePage.Kind.UNPROCESSABLE;
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, GONE -> FailurePage.Kind.NOT_FOUND;
            default -> FailurePage.Kind.of(status.value());
        };
    }

    private static boolean isDamage(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BlobStore.DamagedBlob) {
                return true;
            }
        }
        return false;
    }

    private static HttpStatus statusOf(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ErrorResponse response) {
                return Optional.ofNullable(
                                HttpStatus.resolve(response.getStatusCode().value()))
                        .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
            }
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof SQLTransientException) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static boolean forMachines(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator/");
    }

    private static String code() {
        byte[] bits = new byte[CODE_BYTES];
        RANDOM.nextBytes(bits);
        String hex = HexFormat.of().formatHex(bits).toUpperCase(Locale.ROOT);
        return hex.substring(0, CODE_BYTES) + "-" + hex.substring(CODE_BYTES);
    }
}
