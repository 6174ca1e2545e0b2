package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.Deadline;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Ribbons;
import kz.kezek.portal.RulesPage.Example;
import kz.kezek.portal.RulesPage.Reckoner;
import kz.kezek.portal.RulesPage.Result;
import kz.kezek.portal.RulesPage.TermLine;
import kz.kezek.regulation.PublishedText;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.Term;
import kz.kezek.regulation.TermName;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The rules in force for everybody to read (R38), and deadlines reckoned by the engine that judges us. */
@Controller
class RulesController {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d.M.yyyy");
    private static final int FIRST_YEAR = 2020;
    private static final int YEARS_AHEAD = 1;

    private final PublicScreens screens;
    private final Visits visits;
    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final Ribbons ribbons;
    private final Clock clock;

    RulesController(
            PublicScreens screens,
            Visits visits,
            Regulation regulation,
            CalendarInForce calendars,
            Ribbons ribbons,
            Clock clock) {
        this.screens = screens;
        this.visits = visits;
        this.regulation = regulation;
        this.calendars = calendars;
        this.ribbons = ribbons;
        this.clock = clock;
    }

    @GetMapping("/rules")
    View rules(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "first-answer") String term) {
        Moments moments = visits.moments(request);
        return screens.show(new RulesPage(
                PublishedText.in(moments.words().language().locale()),
                Stream.of(TermName.values()).map(name -> line(name, moments)).toList(),
                RulesExamples.ALL.stream()
                        .map(example -> example(example, moments))
                        .toList(),
                reckoned(date, time, TermName.ofWord(term).orElse(TermName.FIRST_ANSWER), moments)));
    }

    private TermLine line(TermName name, Moments moments) {
        Term term = regulation.term(name);
        return new TermLine(
                name.word(),
                moments.words().text("rules.term." + name.word()),
                moments.deadlines().limit(term.limit()));
    }

    private Example example(RulesExamples.Moment moment, Moments moments) {
        Instant from = moment.at().atZone(calendars.current().zone()).toInstant();
        Deadline deadline = regulation
                .term(moment.term())
                .deadline(calendars.current(), from)
                .citing("");
        return new Example(
                moments.full(from),
                moments.words().text("rules.term." + moment.term().word()),
                moments.full(deadline.dueAt()),
                why(deadline, moments));
    }

    private Reckoner reckoned(String date, String time, TermName term, Moments moments) {
        LocalDateTime now = clock.instant().atZone(calendars.current().zone()).toLocalDateTime();
        if (date.isBlank() && time.isBlank()) {
            String minute = now.toLocalTime().withSecond(0).withNano(0).toString();
            return new Reckoner(now.toLocalDate().toString(), minute, term.word(), Optional.empty(), Optional.empty());
        }
        Optional<LocalDateTime> from = moment(date, time)
                .filter(at -> at.getYear() >= FIRST_YEAR && at.getYear() <= now.getYear() + YEARS_AHEAD);
        return new Reckoner(
                date,
                time,
                term.word(),
                from.isPresent() ? Optional.empty() : Optional.of("rules.reckoner.error"),
                from.map(at -> result(at.atZone(calendars.current().zone()).toInstant(), term, moments)));
    }

    private Result result(Instant from, TermName term, Moments moments) {
        Deadline deadline =
                regulation.term(term).deadline(calendars.current(), from).citing("");
        return new Result(
                moments.full(from),
                moments.full(deadline.dueAt()),
                why(deadline, moments),
                ribbons.of(deadline.explanation(), moments));
    }

    private static String why(Deadline deadline, Moments moments) {
        return ExplanationWords.of(
                        deadline.explanation(), moments.words().language().locale())
                .paragraph();
    }

    private static Optional<LocalDateTime> moment(String date, String time) {
        try {
            LocalDate day = date.contains(".") ? LocalDate.parse(date.strip(), WRITTEN) : LocalDate.parse(date.strip());
            return Optional.of(day.atTime(LocalTime.parse(time.strip())));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
