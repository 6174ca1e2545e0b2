package kz.kezek.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.Deadline;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.calendar.Explanation;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.calendar.Span;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.Term;
import kz.kezek.regulation.TermName;

/** Reads an instant and a term as typed and writes when the term ends: plainly, explained, or as JSON. */
final class DeadlineAnswers {

    private final Regulation regulation;
    private final BusinessCalendar calendar;
    private final boolean json;
    private final boolean explain;
    private final Locale locale;
    private final SortedSet<Integer> uncertainYears = new TreeSet<>();

    DeadlineAnswers(Regulation regulation, BusinessCalendar calendar, boolean json, boolean explain, Locale locale) {
        this.regulation = regulation;
        this.calendar = calendar;
        this.json = json;
        this.explain = explain;
        this.locale = locale;
    }

    /** Words that are no instant or no term; the message is one sentence. */
    static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /** The years without data that any answer touched. */
    SortedSet<Integer> uncertainYears() {
        return uncertainYears;
    }

    void one(String at, String word, Writer out) throws IOException, NotUnderstood {
        answer("", at, word, out);
    }

    /** An empty line is passed over. */
    void line(String line, Writer out) throws IOException, NotUnderstood {
        if (line.isEmpty()) {
            return;
        }
        int gap = 0;
        while (gap < line.length() && !Character.isWhitespace(line.charAt(gap))) {
            gap++;
        }
        if (gap == line.length()) {
            throw new NotUnderstood("'" + line + "' is not an instant and a term");
        }
        String at = line.substring(0, gap);
        String word = line.substring(gap).strip();
        answer(at + ' ' + word + ' ', at, word, out);
    }

    private void answer(String echo, String at, String word, Writer out) throws IOException, NotUnderstood {
        Instant from = instant(at);
        Term term = term(word);
        if (json || explain) {
            Deadline deadline = term.deadline(calendar, from);
            deadline.explanation().uncertainYears().stream()
                    .filter(year -> year.standing() == CalendarYear.Standing.MISSING)
                    .forEach(year -> uncertainYears.add(year.year()));
            if (json) {
                out.append(toJson(at, term, deadline));
            } else {
                out.append(echo).append(iso(deadline.dueAt())).append('\n');
                out.append(String.join(
                        "\n",
                        ExplanationWords.of(deadline.explanation(), locale).lines()));
            }
        } else {
            OffsetDateTime due = local(calendar.dueAt(from, term.limit()));
            if (!(term.limit() instanceof TimeLimit.Elapsed)) {
                noteYears(local(from).getYear(), due.getYear());
            }
            out.append(echo).append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due));
        }
        out.append('\n');
    }

    private void noteYears(int from, int to) {
        for (int year = from; year <= to; year++) {
            if (calendar.standing(year) == CalendarYear.Standing.MISSING) {
                uncertainYears.add(year);
            }
        }
    }

    private static Instant instant(String text) throws NotUnderstood {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException e) {
            throw new NotUnderstood("'" + text + "' is not an instant with an offset, like 2026-07-10T15:30:00+05:00");
        }
    }

    private Term term(String word) throws NotUnderstood {
        TermName name = TermName.ofWord(word)
                .orElseThrow(() -> new NotUnderstood("'" + word
                        + "' is not a term: first-answer, answer-after-information, applicant-reply or acceptance"));
        return regulation.term(name);
    }

    private String iso(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(moment));
    }

    private OffsetDateTime local(Instant moment) {
        ZoneId zone = calendar.zone();
        return OffsetDateTime.ofInstant(moment, zone);
    }

    private String toJson(String at, Term term, Deadline deadline) {
        Explanation explanation = deadline.explanation();
        DeadlineWords words = DeadlineWords.in(locale, calendar.zone());
        return new JsonLine()
                .text("at", at)
                .text("term", term.name().word())
                .text("due", iso(deadline.dueAt()))
                .text("clause", explanation.clause())
                .text("limit", words.limit(term.limit()))
                .raw("provisional", Boolean.toString(deadline.provisional()))
                .raw("countedSeconds", Long.toString(explanation.counted().seconds()))
                .text("calendar", explanation.version().id())
                .objects(
                        "candidates",
                        explanation.candidates(),
                        (candidate, line) -> line.text("limit", words.limit(candidate.limit()))
                                .text("due", iso(candidate.dueAt())))
                .objects("spans", explanation.spans(), this::span)
                .objects(
                        "uncertainYears",
                        explanation.uncertainYears(),
                        (year, line) -> line.raw("year", Integer.toString(year.year()))
                                .text("standing", year.standing().name()))
                .text("text", ExplanationWords.of(explanation, locale).paragraph())
                .end();
    }

    private void span(Span span, JsonLine line) {
        line.text("from", iso(span.from()))
                .text("to", iso(span.to()))
                .raw("counts", Boolean.toString(span.counts()))
                .text("reason", span.reason().name())
                .textOrNull("name", span.names().in(locale))
                .raw("seconds", Long.toString(span.seconds()));
    }
}
