package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Guesses facts from a letter's free words: «не могу подписать иск, пишет сертификат отозван». Everything here is doubtful. */
final class FreeText {

    private static final Lexicon WORDS = Lexicon.of("free");
    private static final Lexicon VERBS = Lexicon.of("verb");
    private static final List<String> SERVICE_NAMES = Lexicon.phrases("service.name");
    private static final int LONGEST_CLAUSE = 300;

    private final List<String> sentences;
    private final List<Clause> clauses = new ArrayList<>();
    private final String text;

    /** A clause with its words, folded once. */
    private record Clause(String text, List<Word> words) {
        static Clause of(String text) {
            return new Clause(text, Word.of(Folding.fold(text)));
        }

        String from(Word word) {
            return bounded(text.substring(word.start()));
        }
    }

    FreeText(String text) {
        this.text = text;
        this.sentences = Sentences.of(text);
        for (String sentence : sentences) {
            Sentences.clauses(sentence).forEach(clause -> clauses.add(Clause.of(clause)));
        }
    }

    Optional<Fact> errorText() {
        return sentences.stream()
                .map(this::quotedAfterTelling)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> first(this::afterTelling))
                .or(() -> first(clause -> containing(clause, "failing", 0)))
                .or(() -> first(clause -> containing(clause, "error", 0)))
                .map(error -> Fact.inBody(FactKind.ERROR_TEXT, error, error));
    }

    Optional<Fact> actions() {
        return first(this::unable)
                .map(clause -> Fact.inBody(FactKind.ACTIONS, asDone(clause), clause))
                .or(() -> first(this::circumstance).map(clause -> Fact.inBody(FactKind.ACTIONS, clause, clause)))
                .or(() -> first(clause -> containing(clause, "doing", 0))
                        .map(clause -> Fact.inBody(FactKind.ACTIONS, clause, clause)));
    }

    Optional<Fact> browser() {
        return Browser.in(text).filter(Browser::hasVersion).map(browser -> {
            String quotation = text.substring(browser.start(), browser.end());
            return Fact.inBody(FactKind.BROWSER, quotation, quotation);
        });
    }

    /** Java or NCALayer with a number after it. */
    Optional<Fact> java() {
        String folded = Folding.fold(text);
        List<Word> words = Word.of(folded);
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean tool =
                    WORDS.groupOf(words.get(i).text()).filter("tool"::equals).isPresent();
            if (tool
                    && Character.isDigit(words.get(i + 1).text().charAt(0))
                    && words.get(i + 1).start() - words.get(i).end() <= 2) {
                int end = words.get(i + 1).end();
                while (end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1))) {
                    end = endOfDigits(end + 1);
                }
                String quotation = text.substring(words.get(i).start(), end);
                return Optional.of(Fact.inBody(FactKind.JAVA, quotation, quotation));
            }
        }
        return Optional.empty();
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private Optional<String> first(Function<Clause, Optional<String>> reading) {
        return clauses.stream().map(reading).flatMap(Optional::stream).findFirst();
    }

    /** What stands in quotes in a sentence that tells of a message. */
    private Optional<String> quotedAfterTelling(String sentence) {
        String folded = Folding.fold(sentence);
        if (folded.indexOf('"') < 0) {
            return Optional.empty();
        }
        boolean tells = Word.of(folded).stream().anyMatch(word -> is(word, "telling") || is(word, "error"));
        int open = folded.indexOf('"');
        int close = open < 0 ? -1 : folded.indexOf('"', open + 1);
        while (tells && close > open) {
            String quoted = sentence.substring(open + 1, close).strip();
            if (Word.of(Folding.fold(quoted)).size() >= 2 && !isServiceName(quoted)) {
                return Optional.of(quoted);
            }
            open = folded.indexOf('"', close + 1);
            close = open < 0 ? -1 : folded.indexOf('"', open + 1);
        }
        return Optional.empty();
    }

    private Optional<String> afterTelling(Clause clause) {
        List<Word> words = clause.words();
        for (int i = 0; i < words.size(); i++) {
            if (!is(words.get(i), "telling")) {
                continue;
            }
            int next = i + 1;
            while (next < words.size() && (is(words.get(next), "filler") || is(words.get(next), "error"))) {
                next++;
            }
            if (next < words.size()) {
                return Optional.of(clause.from(words.get(next)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> unable(Clause clause) {
        return containing(clause, "unable", 1);
    }

    private Optional<String> circumstance(Clause clause) {
        List<Word> words = clause.words();
        boolean begins = words.size() >= 2 && is(words.getFirst(), "when");
        boolean ends = words.size() >= 2 && is(words.getLast(), "kkwhen");
        return begins || ends ? Optional.of(clause.from(words.getFirst())) : Optional.empty();
    }

    /** The clause from the word of this group that has at least so many words after it. */
    private Optional<String> containing(Clause clause, String group, int after) {
        List<Word> words = clause.words();
        for (int i = 0; i + after < words.size(); i++) {
            if (is(words.get(i), group) || i + 1 < words.size() && isPair(words.get(i), words.get(i + 1), group)) {
                return Optional.of(clause.from(group.equals("unable") ? words.get(i) : words.getFirst()));
            }
        }
        return Optional.empty();
    }

    /** Two words that only together are of the group: «не могу», written so in the lexicon with a low line. */
    private static boolean isPair(Word first, Word second, String group) {
        return WORDS.groupOf(first.text() + "_" + second.text())
                .filter(group::equals)
                .isPresent();
    }

    private static boolean is(Word word, String group) {
        return WORDS.groupOf(word.text()).filter(group::equals).isPresent();
    }

    /** «не могу подписать иск» told as what is done: «подписываю иск». A verb not known leaves the words as they are. */
    private static String asDone(String clause) {
        String folded = Folding.fold(clause);
        for (Word word : Word.of(folded)) {
            Optional<String> done = VERBS.groupOf(word.text());
            if (done.isPresent()) {
                return (done.get() + clause.substring(word.end())).strip();
            }
        }
        return clause;
    }

    private static boolean isServiceName(String quoted) {
        return SERVICE_NAMES.contains(Folding.fold(quoted));
    }

    private static String bounded(String clause) {
        String stripped = Section.trim(clause);
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_CLAUSE));
    }
}
