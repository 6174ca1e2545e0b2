package kz.kezek.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says an {@link Explanation} in Russian, Kazakh or English: as one paragraph, or line by line. */
public final class ExplanationWords {

    private final CalendarTexts texts;
    private final Explanation explanation;
    private final DeadlineWords words;
    private final Locale locale;

    private ExplanationWords(Explanation explanation, Locale locale) {
        this.texts = CalendarTexts.of(locale);
        this.locale = texts.locale();
        this.explanation = explanation;
        this.words = DeadlineWords.in(locale, explanation.zone());
    }

    public static ExplanationWords of(Explanation explanation, Locale locale) {
        return new ExplanationWords(explanation, locale);
    }

    /** What the limit is, from when and until when, and the clause. */
    public String headline() {
        String key = explanation.clause().isEmpty() ? "explain.headline" : "explain.headlineClause";
        return texts.format(
                key,
                words.limit(explanation.limit()),
                words.exactFull(explanation.from()),
                words.exactFull(explanation.dueAt()),
                explanation.clause());
    }

    /** The headline, what is counted day by day (long middles as so many days), what is not and why, and every warning. */
    public String paragraph() {
        List<String> sentences = new ArrayList<>();
        sentences.add(headline());
        String counted = counted();
        if (!counted.isEmpty()) {
            sentences.add(texts.format("explain.counted", counted, words.exactly(explanation.counted())));
        }
        String skipped = skipped();
        if (!skipped.isEmpty()) {
            sentences.add(texts.format("explain.skipped", skipped));
        }
        sentences.addAll(remarks());
        return String.join(" ", sentences);
    }

    /** Every stretch on a line of its own, between the headline and the remarks; the calendar's version comes last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        for (Span span : explanation.spans()) {
            String key = span.counts() ? "explain.lineCounted" : "explain.lineSkipped";
            lines.add(texts.format(
                    key, stretch(span), words.exactly(BusinessTime.ofSeconds(span.seconds())), reason(span)));
        }
        lines.addAll(remarks());
        lines.add(texts.format("explain.version", explanation.version().id()));
        return lines;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (explanation.candidates().size() > 1) {
            remarks.add(texts.format(
                    "explain.earlier",
                    explanation.candidates().stream()
                            .map(candidate ->
                                    words.limit(candidate.limit()) + " — " + words.exactFull(candidate.dueAt()))
                            .collect(Collectors.joining("; "))));
        }
        for (Explanation.UncertainYear year : explanation.uncertainYears()) {
            remarks.add(texts.format("explain." + year.standing().name(), String.valueOf(year.year())));
        }
        return remarks;
    }

    private String counted() {
        Map<LocalDate, List<Span>> byDay = new LinkedHashMap<>();
        for (Span span : explanation.spans()) {
            if (span.counts()) {
                LocalDate day = words.local(span.from()).toLocalDate();
                byDay.computeIfAbsent(day, key -> new ArrayList<>(2)).add(span);
            }
        }
        List<List<Span>> days = List.copyOf(byDay.values());
        List<String> parts = new ArrayList<>();
        boolean folded = days.size() > 3;
        for (int i = 0; i < days.size(); i++) {
            if (!folded || i == 0 || i == days.size() - 1) {
                days.get(i).forEach(span -> parts.add(stretch(span) + " (" + length(List.of(span)) + ")"));
            } else if (i == 1) {
                List<Span> middle = days.subList(1, days.size() - 1).stream()
                        .flatMap(List::stream)
                        .toList();
                parts.add(texts.format("explain.moreDays", days.size() - 2, length(middle)));
            }
        }
        return String.join("; ", parts);
    }

    private String length(List<Span> spans) {
        return words.exactly(
                BusinessTime.ofSeconds(spans.stream().mapToLong(Span::seconds).sum()));
    }

    private String skipped() {
        Set<String> reasons = new LinkedHashSet<>();
        for (Span span : explanation.spans()) {
            if (!span.counts()) {
                reasons.add(reason(span));
            }
        }
        return String.join(", ", reasons);
    }

    /** Why a stretch counts or does not: {@code рабочее время}, {@code ночь}, or the holiday's own name. */
    public String reason(Span span) {
        return span.names().isEmpty()
                ? texts.text("reason." + span.reason().name())
                : span.names().in(locale);
    }

    /** {@code вт, 24 ноября, 16:00–18:30}; both days named when they differ. */
    private String stretch(Span span) {
        LocalDateTime from = words.local(span.from());
        LocalDateTime to = words.local(span.to());
        String start = words.exactFull(span.from());
        boolean midnight = to.toLocalTime().toSecondOfDay() == 0
                && to.toLocalDate().equals(from.toLocalDate().plusDays(1));
        if (midnight) {
            return start + "–24:00";
        }
        return from.toLocalDate().equals(to.toLocalDate())
                ? start + "–" + DeadlineWords.exactClock(to)
                : start + " – " + words.exactFull(span.to());
    }
}
