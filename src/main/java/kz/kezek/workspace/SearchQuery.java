package kz.kezek.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketState;

/**
 * What an agent typed into the search: words that must all occur, {@code "words in a row"}, {@code -unwanted}, and operators
 * {@code state:open}, {@code from:name}, {@code has:attachment}, {@code after:2026-11-01}, {@code before:01.12.2026}. What is no
 * operator is a word; nothing is an error.
 */
record SearchQuery(
        String typed,
        List<Word> words,
        List<Word> from,
        Set<TicketState> states,
        boolean attachment,
        Optional<LocalDate> after,
        Optional<LocalDate> before) {

    private static final int LONGEST = 300;
    private static final int MOST_WORDS = 12;
    private static final Pattern PART = Pattern.compile("(-)?(?:([A-Za-z]{2,10}):)?(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,6}");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{2}|\\d{4})");
    private static final Pattern KAZAKH = Pattern.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]");

    /**
     * One thing to look for.
     *
     * @param begun whether it is only the beginning of a word. A Kazakh word always is: its endings are many, and there is no
     *     stemmer
     */
    record Word(String text, boolean unwanted, boolean begun) {

        Word(String text, boolean unwanted) {
            this(text, unwanted, KAZAKH.matcher(text).find());
        }

        /** This word for PostgreSQL's {@code to_tsquery}; a text in quotes is read as a letter is read. */
        String written(String weight) {
            String quoted = "'" + text.replace("\\", " ").replace("'", " ") + "'";
            String suffix = (begun ? "*" : "") + weight;
            return (unwanted ? "!" : "") + quoted + (suffix.isEmpty() ? "" : ":" + suffix);
        }
    }

    SearchQuery {
        words = List.copyOf(words);
        from = List.copyOf(from);
        states = Set.copyOf(states);
    }

    static SearchQuery read(String text) {
        String typed = text.replace("\0", "").strip();
        typed = typed.substring(0, Math.min(LONGEST, typed.length()));
        var reading = new Reading();
        Matcher parts = PART.matcher(typed);
        while (parts.find()) {
            String value = Optional.ofNullable(parts.group(3)).orElseGet(() -> parts.group(4));
            String operator = Optional.ofNullable(parts.group(2)).orElse("").toLowerCase(Locale.ROOT);
            boolean unwanted = parts.group(1) != null;
            if (operator.isEmpty() || !reading.take(operator, value)) {
                String word = operator.isEmpty() ? value : operator + ":" + value;
                reading.add(reading.words, new Word(word, unwanted));
            }
        }
        return reading.query(typed);
    }

    /** The same while it is being typed: its last word has only begun. */
    SearchQuery unfinished() {
        if (words.isEmpty()) {
            return this;
        }
        List<Word> begun = new ArrayList<>(words);
        Word last = begun.removeLast();
        begun.add(new Word(last.text(), last.unwanted(), true));
        return new SearchQuery(typed, begun, from, states, attachment, after, before);
    }

    /** The ticket whose number was typed and nothing else, or only the end of it, as people say it in its year. */
    Optional<TicketNumber> number(int year) {
        return SEQUENCE.matcher(typed).matches()
                ? TicketNumber.read("SK-%02d-%06d".formatted(year % 100, Integer.parseInt(typed)))
                : TicketNumber.read(typed);
    }

    /** The ИИН or БИН that was typed and nothing else. */
    Optional<ApplicantId> identifier() {
        return ApplicantId.of(typed.replace(" ", ""));
    }

    /** Whether there is nothing to search for. */
    boolean isEmpty() {
        return words.isEmpty() && from.isEmpty() && isOnlyWords();
    }

    /** Whether words and senders are all that was typed. */
    boolean isOnlyWords() {
        return states.isEmpty() && !attachment && after.isEmpty() && before.isEmpty();
    }

    /** Words and senders as one {@code to_tsquery}; empty when only operators were typed. */
    String tsquery() {
        List<String> parts = new ArrayList<>();
        from.forEach(word -> parts.add(word.written("A")));
        words.forEach(word -> parts.add(word.written("")));
        return String.join(" & ", parts);
    }

    private static final class Reading {
        private final List<Word> words = new ArrayList<>();
        private final List<Word> from = new ArrayList<>();
        private final Set<TicketState> states = EnumSet.noneOf(TicketState.class);
        private boolean attachment;
        private Optional<LocalDate> after = Optional.empty();
        private Optional<LocalDate> before = Optional.empty();

        private boolean take(String operator, String value) {
            return switch (operator) {
                case "from" -> add(from, new Word(value, false));
                case "state" -> states.addAll(states(value));
                case "has" -> attachment |= value.equalsIgnoreCase("attachment");
                case "after" -> (after = date(value)).isPresent();
                case "before" -> (before = date(value)).isPresent();
                default -> false;
            };
        }

        private boolean add(List<Word> list, Word word) {
            return word.text().isBlank() || list.size() >= MOST_WORDS || list.add(word);
        }

        private SearchQuery query(String typed) {
            return new SearchQuery(typed, words, from, states, attachment, after, before);
        }
    }

    private static Set<TicketState> states(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "open" ->
                EnumSet.of(
                        TicketState.REGISTERED,
                        TicketState.IN_PROGRESS,
                        TicketState.AWAITING_APPLICANT,
                        TicketState.INFORMATION_SUPPLIED);
            case "new" -> EnumSet.of(TicketState.REGISTERED, TicketState.INFORMATION_SUPPLIED);
            case "waiting" -> EnumSet.of(TicketState.AWAITING_APPLICANT);
            case "answered" -> EnumSet.of(TicketState.ANSWERED);
            case "closed" -> EnumSet.of(TicketState.CLOSED, TicketState.DISCONTINUED);
            case "merged" -> EnumSet.of(TicketState.MERGED, TicketState.DUPLICATE);
            default -> EnumSet.noneOf(TicketState.class);
        };
    }

    /** {@code 2026-11-01} or, as people write it, {@code 01.11.2026}, {@code 1/11/26}. */
    private static Optional<LocalDate> date(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher dotted = DOTTED.matcher(text);
        try {
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            if (dotted.matches()) {
                int year = number(dotted, 3);
                return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, number(dotted, 2), number(dotted, 1)));
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
