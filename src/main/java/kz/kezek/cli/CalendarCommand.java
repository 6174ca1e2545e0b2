package kz.kezek.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessDay;
import kz.kezek.calendar.CalendarData;
import kz.kezek.calendar.CalendarDataException;
import kz.kezek.calendar.CalendarDifference;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.DayException;
import kz.kezek.calendar.DayKind;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.calendar.YearProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kezek calendar show|check|diff|propose YEAR}: the production calendar and the law behind it, without a database. */
@Command(
        name = "calendar",
        description = "Show, check, compare, propose or publish a year of the production calendar.",
        mixinStandardHelpOptions = true,
        subcommands = {CalendarExportCommand.class, CalendarPublishCommand.class})
final class CalendarCommand implements Runnable {

    private static final Set<DayKind> ORDERED =
            Set.of(DayKind.MOVED_DAY_OFF, DayKind.WORKING_WEEKEND, DayKind.WORKING_AGAIN);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A calendar file (JSON or tab-separated) in place of the bundled one.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "ru|kk|en",
            scope = ScopeType.INHERIT,
            description = "The language of names; ru by default.")
    private String language = "ru";

    @Override
    public void run() {
        throw wrong("Say what to do with which year: show, check, diff or propose, like 'calendar show 2026'");
    }

    @Command(name = "show", description = "Print the days that differ from an ordinary week.")
    int show(@Parameters(paramLabel = "YEAR") int number) {
        CalendarYear year = year(data(), number);
        BusinessCalendar calendar = ConfiguredRules.inForce().calendar(data());
        Locale locale = Locale.of(language);
        DeadlineWords words = DeadlineWords.in(locale, calendar.zone());
        PrintWriter out = out();
        out.println(summary(year));
        year.exceptions().stream().map(DayException::date).distinct().forEach(date -> {
            BusinessDay day = calendar.day(date);
            String hours = day.openIntervals().stream().map(Object::toString).collect(Collectors.joining(", "));
            out.println(String.join(
                    "  ",
                    date.toString(),
                    words.date(date),
                    hours.isEmpty() ? "—" : hours,
                    day.kind().name(),
                    day.name(locale) + exchange(day),
                    basis(day)));
        });
        return 0;
    }

    private static String exchange(BusinessDay day) {
        return day.exceptions().stream()
                .flatMap(exception -> exception.counterpart().stream())
                .map(date -> " ⇄ " + date)
                .collect(Collectors.joining());
    }

    private static String basis(BusinessDay day) {
        return day.exceptions().stream().map(DayException::basis).distinct().collect(Collectors.joining(", "));
    }

    @Command(
            name = "check",
            description = "Check a year against itself and the law; exit code 1 when something is wrong.")
    int check(@Parameters(paramLabel = "YEAR") int number) {
        CalendarYear year = year(data(), number);
        List<String> findings = new ArrayList<>(year.findings());
        if (number >= YearProposal.FIRST_YEAR && number <= YearProposal.LAST_YEAR) {
            differencesFromLaw(year).stream()
                    .filter(day -> day.after().stream().noneMatch(exception -> ORDERED.contains(exception.kind())))
                    .forEach(day -> findings.add(line(day) + " differs from the law, and no order moved it"));
        }
        PrintWriter out = out();
        out.println(summary(year));
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "Nothing is wrong." : "Wrong: " + findings.size() + ".");
        return findings.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "diff",
            description = "Compare a year with what the law makes; with --calendar, the bundled year with the file's.")
    int diff(@Parameters(paramLabel = "YEAR") int number) {
        CalendarYear after = year(data(), number);
        CalendarYear before = file.isPresent()
                ? year(CalendarData.bundled(), number)
                : proposal(number).year();
        List<CalendarDifference.Day> days = CalendarDifference.between(before, after);
        PrintWriter out = out();
        days.forEach(day -> out.println(line(day)));
        out.println(days.isEmpty() ? "No day differs." : "Days that differ: " + days.size() + ".");
        return 0;
    }

    @Command(name = "propose", description = "Print the year the law makes, in the form --calendar reads.")
    int propose(@Parameters(paramLabel = "YEAR") int number) {
        YearProposal proposal = proposal(number);
        PrintWriter out = out();
        for (LocalDate date : proposal.toBeConfirmed()) {
            out.println("# to be confirmed: " + date + ", Kurban Ait by the Umm al-Qura calendar, a day either way");
        }
        out.println("# days moved by an order of the year are not in it");
        out.print(CalendarData.write(proposal.year()));
        out.flush();
        return 0;
    }

    private static List<CalendarDifference.Day> differencesFromLaw(CalendarYear year) {
        return CalendarDifference.between(YearProposal.of(year.year()).year(), year);
    }

    private static String line(CalendarDifference.Day day) {
        return day.date() + "  " + side(day.before(), day.worksBefore()) + " → " + side(day.after(), day.worksAfter());
    }

    private static String side(List<DayException> exceptions, boolean works) {
        String kinds = exceptions.stream()
                .map(exception -> exception.kind().name()
                        + exception.counterpart().map(other -> " " + other).orElse(""))
                .collect(Collectors.joining(" + "));
        return (works ? "works" : "off") + (kinds.isEmpty() ? "" : " (" + kinds + ")");
    }

    private static String summary(CalendarYear year) {
        int days = LocalDate.of(year.year(), 1, 1).lengthOfYear();
        return year.year() + ": " + year.workingDays() + " working days, " + (days - year.workingDays())
                + " days off; " + year.standing().name().toLowerCase(Locale.ROOT)
                + (year.confidence().isEmpty() ? "" : ", " + year.confidence());
    }

    private CalendarData data() {
        try {
            return file.map(CalendarFile::read).orElseGet(CalendarData::bundled);
        } catch (CalendarDataException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CalendarYear year(CalendarData data, int number) {
        return data.year(number)
                .orElseThrow(() -> wrong("There is no calendar of " + number + "; 'calendar propose " + number
                        + "' prints what the law makes"));
    }

    private YearProposal proposal(int number) {
        try {
            return YearProposal.of(number);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static PrintWriter out() {
        return new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
