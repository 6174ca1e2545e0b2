package kz.kezek.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarException;
import kz.kezek.regulation.AstanaTime;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek deadline}: when a term of the regulation that began at an instant ends. Starts no server. */
@Command(
        name = "deadline",
        description = "Says when a term that began at an instant ends.",
        mixinStandardHelpOptions = true)
final class DeadlineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--at", paramLabel = "INSTANT", description = "The beginning, like 2026-07-10T15:30:00+05:00.")
    private String at = "";

    @Option(
            names = "--term",
            paramLabel = "TERM",
            description = "first-answer, answer-after-information, applicant-reply or acceptance.")
    private String term = "";

    @Parameters(
            arity = "0..1",
            paramLabel = "-",
            description = "Reads lines 'INSTANT TERM' from standard input, writes 'INSTANT TERM DUE'.")
    private String input = "";

    @Override
    public Integer call() throws IOException {
        AstanaTime.verify();
        Regulation regulation = Regulation.inForce();
        BusinessCalendar calendar = regulation.calendar();
        if (input.equals("-")) {
            answerLines(regulation, calendar);
        } else if (input.isEmpty()) {
            answerOne(regulation, calendar);
        } else {
            throw wrong("'" + input + "' is not understood: give --at and --term, or - to read lines");
        }
        return 0;
    }

    private void answerOne(Regulation regulation, BusinessCalendar calendar) {
        if (at.isEmpty() || term.isEmpty()) {
            throw wrong("Both --at and --term are needed, or - to read lines");
        }
        Instant from = instant(at, "");
        TermName name = term(term, "");
        spec.commandLine().getOut().println(iso(due(regulation, calendar, from, name, ""), calendar.zone()));
    }

    private void answerLines(Regulation regulation, BusinessCalendar calendar) throws IOException {
        InputStream in = System.in;
        PrintStream out = System.out;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        Writer answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    answerLine(line.strip(), "Line " + number + ": ", regulation, calendar, answers);
                }
                if (!lines.ready()) {
                    answers.flush();
                }
            }
        } finally {
            answers.flush();
        }
    }

    private void answerLine(String line, String place, Regulation regulation, BusinessCalendar calendar, Writer answers)
            throws IOException {
        int gap = 0;
        while (gap < line.length() && !Character.isWhitespace(line.charAt(gap))) {
            gap++;
        }
        if (gap == line.length()) {
            throw wrong(place + "'" + line + "' is not an instant and a term");
        }
        String instant = line.substring(0, gap);
        TermName name = term(line.substring(gap).strip(), place);
        Instant due = due(regulation, calendar, instant(instant, place), name, place);
        answers.append(instant).append(' ').append(name.word()).append(' ');
        answers.append(iso(due, calendar.zone())).append('\n');
    }

    private Instant due(Regulation regulation, BusinessCalendar calendar, Instant from, TermName name, String place) {
        try {
            return calendar.dueAt(from, regulation.term(name).limit());
        } catch (CalendarException e) {
            throw wrong(place + e.getMessage());
        }
    }

    private Instant instant(String text, String place) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException e) {
            throw wrong(place + "'" + text + "' is not an instant with an offset, like 2026-07-10T15:30:00+05:00");
        }
    }

    private TermName term(String word, String place) {
        return TermName.ofWord(word)
                .orElseThrow(() -> wrong(place + "'" + word
                        + "' is not a term: first-answer, answer-after-information, applicant-reply or acceptance"));
    }

    private static String iso(Instant due, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(due, zone));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
