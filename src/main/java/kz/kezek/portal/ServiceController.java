package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessDay;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.knowledge.Incidents;
import kz.kezek.regulation.Regulation;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first page, and the pages that say how the others are made. */
@Controller
class ServiceController {

    private static final Duration TOLD_ON_THE_PAGE = Duration.ofDays(7);
    private static final Duration TOLD_IN_THE_FEED = Duration.ofDays(90);

    private final PublicScreens screens;
    private final Visits visits;
    private final CalendarInForce calendars;
    private final Incidents incidents;
    private final String domain;
    private final String home;

    ServiceController(
            PublicScreens screens,
            Visits visits,
            CalendarInForce calendars,
            Incidents incidents,
            Regulation regulation,
            Environment environment) {
        this.screens = screens;
        this.visits = visits;
        this.calendars = calendars;
        this.incidents = incidents;
        String address = regulation.service().address();
        this.domain = address.substring(address.lastIndexOf('@') + 1);
        this.home = PortalSettings.publicUrl(environment).map(URI::toString).orElse("");
    }

    @GetMapping("/")
    View service(HttpServletRequest request) {
        Moments moments = visits.moments(request);
        LocalDate first = moments.local(moments.at()).withDayOfMonth(1);
        List<ServicePage.Day> days = first.datesUntil(first.plusMonths(2))
                .map(calendars.current()::day)
                .filter(day -> !day.exceptions().isEmpty())
                .map(day -> day(day, moments))
                .toList();
        return screens.show(new ServicePage(days, troubles(moments)));
    }

    private List<ServicePage.Trouble> troubles(Moments moments) {
        Language language = moments.words().language();
        return incidents.between(moments.at().minus(TOLD_ON_THE_PAGE), moments.at()).stream()
                .map(incident -> new ServicePage.Trouble(
                        incident.text().in(language),
                        moments.full(incident.beganAt()),
                        incident.isOn(moments.at())
                                ? ""
                                : incident.endedAt().map(moments::full).orElse("")))
                .toList();
    }

    /** The incidents for programs that read feeds. */
    @GetMapping("/incidents.atom")
    ResponseEntity<String> feed(HttpServletRequest request) {
        Moments moments = visits.moments(request);
        Instant since = moments.at().truncatedTo(ChronoUnit.DAYS).minus(TOLD_IN_THE_FEED);
        var feed = new IncidentFeed(PublicWords.in(moments.words().language()), home, domain);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                .body(feed.of(incidents.between(since, moments.at()), since));
    }

    private static ServicePage.Day day(BusinessDay day, Moments moments) {
        String hours = day.openIntervals().stream().map(Object::toString).collect(Collectors.joining(", "));
        return new ServicePage.Day(
                moments.deadlines().date(day.date()),
                day.name(moments.words().language().locale()),
                hours);
    }

    @GetMapping("/accessibility")
    View accessibility() {
        return screens.show(new SimplePage("accessibility", Optional.empty(), false));
    }

    @GetMapping("/privacy")
    View privacy() {
        return screens.show(new SimplePage("privacy", Optional.empty(), false));
    }
}
