package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.kezek.calendar.BusinessDay;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first page, and the pages that say how the others are made. */
@Controller
class ServiceController {

    private final PublicScreens screens;
    private final Visits visits;
    private final CalendarInForce calendars;

    ServiceController(PublicScreens screens, Visits visits, CalendarInForce calendars) {
        this.screens = screens;
        this.visits = visits;
        this.calendars = calendars;
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
        return screens.show(new ServicePage(days));
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
