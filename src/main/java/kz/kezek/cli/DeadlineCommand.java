package kz.kezek.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarData;
import kz.kezek.calendar.CalendarDataException;
import kz.kezek.calendar.CalendarException;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.regulation.AstanaTime;
import kz.kezek.regulation.Regulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek deadline}: when a term of the regulation that began at an instant ends, and why. Starts no server. */
@Command(
        name = "deadline",
        description = "Say when a term that began at an instant ends.",
        mixinStandardHelpOptions = true)
final class DeadlineCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--at", paramLabel = "INSTANT", description = "The beginning, like 2026-07-10T15:30:00+05:00.")
    private String at = "";

    @Option(
            names = "--term",
            paramLabel = "TERM",
            description = "first-answer, answer-after-information, applicant-reply or acceptance.")
    private String term = "";

    @Option(names = "--explain", description = "Say every stretch that counts or does not, and why.")
    private boolean explain;

    @Option(names = "--json", description = "Print one line of JSON with the deadline and its explanation.")
    private boolean json;

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "Use the years of this calendar (JSON or tab-separated) in place of the bundled ones.")
    private Optional<Path> calendarFile = Optional.empty();

    @Option(names = "--lunch", paramLabel = "FROM-TO", description = "Count with a daily break, like 13:00-14:30.")
    private Optional<String> lunch = Optional.empty();

    @Option(names = "--lang", paramLabel = "ru|kk|en", description = "The language of the explanation; ru by default.")
    private String language = "ru";

    @Parameters(
            arity = "0..1",
            paramLabel = "-",
            description = "Read lines 'INSTANT TERM' from standard input, print 'INSTANT TERM DUE'.")
    private String input = "";

    @Override
    public Integer call() throws IOException {
        AstanaTime.verify();
        DeadlineAnswers answers = answers();
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), BUFFER);
        try {
            answer(answers, out);
        } catch (CalendarException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } finally {
            out.flush();
        }
        answers.uncertainYears()
                .forEach(year -> OneSentence.warn("There is no calendar of " + year
                        + " yet, so deadlines that touch it are provisional, counted by the ordinary week"));
        return 0;
    }

    private void answer(DeadlineAnswers answers, Writer out) throws IOException {
        if (input.equals("-")) {
            answerLines(answers, out);
        } else if (!input.isEmpty()) {
            throw wrong("'" + input + "' is not understood: give --at and --term, or - to read lines");
        } else if (at.isEmpty() || term.isEmpty()) {
            throw wrong("Both --at and --term are needed, or - to read lines");
        } else {
            try {
                answers.one(at, term, out);
            } catch (DeadlineAnswers.NotUnderstood e) {
                throw wrong(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Flushes whenever the input has nothing more ready, so that a slow writer gets each answer at once. */
    private void answerLines(DeadlineAnswers answers, Writer out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), BUFFER);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                answers.line(line.strip(), out);
            } catch (DeadlineAnswers.NotUnderstood | CalendarException e) {
                throw wrong("Line " + number + ": " + e.getMessage());
            }
            if (!lines.ready()) {
                out.flush();
            }
        }
    }

    private DeadlineAnswers answers() {
        if (!language.equals("ru") && !language.equals("kk") && !language.equals("en")) {
            throw wrong("'" + language + "' is not a language of the explanation: ru, kk or en");
        }
        Regulation regulation = ConfiguredRules.inForce();
        return new DeadlineAnswers(regulation, calendar(regulation), json, explain, Locale.of(language));
    }

    private BusinessCalendar calendar(Regulation regulation) {
        try {
            BusinessCalendar calendar = calendarFile
                    .map(path -> regulation.calendar(CalendarData.bundled().overlaidBy(CalendarFile.read(path))))
                    .orElseGet(regulation::calendar);
            return lunch.map(OpenInterval::parse).map(calendar::withBreak).orElse(calendar);
        } catch (CalendarDataException | IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
