package kz.kezek.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Assets;
import kz.kezek.drawing.Moments;
import kz.kezek.regulation.Regulation;
import org.springframework.stereotype.Component;

/** Gathers what a public page shows around its own content. The language is the link's, the cookie's, else the browser's. */
@Component
class Visits {

    static final String LANGUAGE = "lang";
    static final String LANGUAGE_COOKIE = "language";
    static final String VIEW = "view";

    private final Assets assets;
    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final Clock clock;

    Visits(Assets assets, Regulation regulation, CalendarInForce calendars, Clock clock) {
        this.assets = assets;
        this.regulation = regulation;
        this.calendars = calendars;
        this.clock = clock;
    }

    Visit of(HttpServletRequest request) {
        var words = PublicWords.in(language(request));
        return new Visit(words, assets, look(request), office(words), contact(words), path(request.getRequestURI()));
    }

    /** The address of the page that a form belongs to: what answers a form is shown again by that. */
    private static String path(String uri) {
        String[] parts = uri.split("/");
        return uri.startsWith("/s/") && parts.length > 2
                ? "/s/" + parts[2]
                : uri.equals("/request/check") ? "/request" : uri;
    }

    /** Moments in the language of the page, as seen now. */
    Moments moments(HttpServletRequest request) {
        return new Moments(
                PublicWords.in(language(request)), calendars.current().zone(), clock.instant());
    }

    static Language language(HttpServletRequest request) {
        return asked(request)
                .or(() -> cookie(request, LANGUAGE_COOKIE).flatMap(Visits::tagged))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .flatMap(tag -> tagged(tag).stream())
                        .findFirst()
                        .filter(language -> request.getHeader("Accept-Language") != null))
                .orElse(Language.RU);
    }

    static Optional<Language> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LANGUAGE)).flatMap(Visits::tagged);
    }

    private static Optional<Language> tagged(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static Visit.Look look(HttpServletRequest request) {
        String theme = cookie(request, "theme")
                .filter(word -> word.equals("light") || word.equals("dark"))
                .orElse("");
        String view = Optional.ofNullable(request.getParameter(VIEW))
                .or(() -> cookie(request, VIEW))
                .orElse("");
        return new Visit.Look(theme, view.equals("large"));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private Visit.Office office(PublicWords words) {
        BusinessCalendar calendar = calendars.current();
        Instant now = clock.instant();
        boolean open = calendar.isOpen(now);
        var moments = new Moments(words, calendar.zone(), now);
        return new Visit.Office(open, moments.near(open ? calendar.closing(now) : calendar.nextOpening(now)));
    }

    private Visit.Contact contact(PublicWords words) {
        var intervals = regulation.hours().weekly().of(DayOfWeek.MONDAY).intervals();
        String hours = intervals.isEmpty() ? "" : intervals.getFirst().toString();
        return new Visit.Contact(
                regulation.service().phone(),
                regulation.service().address(),
                words.text("contact.hours", hours.replace('-', '–')));
    }
}
