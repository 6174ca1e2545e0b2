package kz.kezek.workspace;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.Preferences.Density;
import kz.kezek.workspace.Preferences.Notify;
import kz.kezek.workspace.Preferences.Theme;
import org.springframework.http.ResponseCookie;

/** The preferences as cookies of the browser: what is not there or not known is the default. */
final class Look {

    static final String LANGUAGE = "language";
    static final String THEME = "theme";
    static final String DENSITY = "density";
    static final String KEYS = "keys";
    static final String NOTIFICATIONS = "notifications";
    static final List<String> NAMES = List.of(LANGUAGE, THEME, DENSITY, KEYS, NOTIFICATIONS);

    private static final Duration YEAR = Duration.ofDays(365);

    private Look() {}

    static Preferences of(HttpServletRequest request) {
        return new Preferences(
                read(request, LANGUAGE, Look::language).orElse(Preferences.DEFAULT.language()),
                read(request, THEME, word -> one(Theme.values(), Theme::word, word))
                        .orElse(Theme.SYSTEM),
                read(request, DENSITY, word -> one(Density.values(), Density::word, word))
                        .orElse(Density.COMFORTABLE),
                !read(request, KEYS, Optional::of).equals(Optional.of("off")),
                read(request, NOTIFICATIONS, word -> one(Notify.values(), Notify::word, word))
                        .orElse(Notify.OFF));
    }

    static Optional<Language> language(String tag) {
        return one(Language.values(), Language::tag, tag);
    }

    /** Whether this is a value that the preference can have. */
    static boolean known(String name, String value) {
        return switch (name) {
            case LANGUAGE -> language(value).isPresent();
            case THEME -> one(Theme.values(), Theme::word, value).isPresent();
            case DENSITY -> one(Density.values(), Density::word, value).isPresent();
            case NOTIFICATIONS -> one(Notify.values(), Notify::word, value).isPresent();
            default -> value.equals("on") || value.equals("off");
        };
    }

    static ResponseCookie cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(YEAR)
                .build();
    }

    private static <T> Optional<T> read(
            HttpServletRequest request, String name, Function<String, Optional<T>> reading) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(reading);
    }

    private static <T> Optional<T> one(T[] values, Function<T, String> name, String word) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(word))
                .findFirst();
    }
}
