package kz.kezek.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.submission.SuppliedInformation.ProblemTime;

/** Reads a reply to a Запрос: answers by the numbers of the things asked, by their labels, or by what stands in them (R15–R19). */
public final class InformationReader {

    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final Lexicon WORDS = Lexicon.of("asked");

    private final List<InformationItem> asked;
    private final Map<InformationItem, String> values = new EnumMap<>(InformationItem.class);

    private InformationReader(List<InformationItem> asked) {
        this.asked = asked;
    }

    /**
     * What this reply supplies.
     *
     * @param reply its text, with the lines it quotes, and the names of what is attached
     * @param asked what the Запрос asked, in its order, numbered from 1
     * @param receivedAt when it came: «вчера» is counted from it
     */
    public static SuppliedInformation read(SubmissionText reply, List<InformationItem> asked, Instant receivedAt) {
        InformationReader reader = new InformationReader(asked);
        reader.readLines(FormLines.of(Folding.clean(reply.text())));
        if (!reply.attachmentNames().isEmpty()) {
            reader.values.putIfAbsent(InformationItem.SCREENSHOTS, String.join(", ", reply.attachmentNames()));
        }
        LocalDate day = LocalDate.ofInstant(receivedAt, ASTANA);
        List<ProblemTime> times = Optional.ofNullable(reader.values.get(InformationItem.TIME))
                .flatMap(text -> ProblemTimeReader.in(text, day))
                .stream()
                .toList();
        return new SuppliedInformation(reader.values, times);
    }

    private void readLines(List<FormLine> lines) {
        Optional<InformationItem> current = Optional.empty();
        for (FormLine line : lines) {
            if (!line.quoted() && Phrases.closes(line.folded())) {
                return;
            }
            Optional<InformationItem> opened = itemOf(line);
            Optional<InformationItem> before = current;
            current = opened.isPresent() ? opened : current;
            if (!line.quoted() && !line.text().isBlank()) {
                Optional<InformationItem> target = opened.or(() -> guess(line)).or(() -> before);
                target.ifPresent(item -> add(item, answer(line)));
            }
        }
    }

    // A quoted question opens its item for the lines below it; a number of the applicant's own opens the thing asked
    // under that number.
    private Optional<InformationItem> itemOf(FormLine line) {
        Optional<InformationItem> labelled = labelled(line.folded());
        if (labelled.isPresent()) {
            return labelled;
        }
        int number = line.number();
        return number >= 1 && number <= asked.size() ? Optional.of(asked.get(number - 1)) : Optional.empty();
    }

    /** The thing a line's label or a quoted question names: its words before a colon. */
    private static Optional<InformationItem> labelled(String folded) {
        int colon = folded.indexOf(':');
        String label = colon < 0 ? folded : folded.substring(0, colon);
        boolean question = colon >= 0 || folded.endsWith(".") || folded.endsWith("?") || folded.endsWith(";");
        Optional<String> group = question && label.length() < 100 ? firstGroup(label, "asks-") : Optional.empty();
        return group.map(name -> InformationItem.valueOf(name.substring(5)));
    }

    /** What an answer without number or label is about, told by its own words. */
    private Optional<InformationItem> guess(FormLine line) {
        if (line.number() > 0) {
            return Optional.empty();
        }
        Optional<String> group = firstGroup(line.folded(), "tells-");
        if (group.isPresent()) {
            return group.map(name -> InformationItem.valueOf(name.substring(6)));
        }
        boolean dated = DateMention.in(line.folded()).stream().anyMatch(DateMention::exact);
        return dated && !values.containsKey(InformationItem.TIME)
                ? Optional.of(InformationItem.TIME)
                : Optional.empty();
    }

    private static Optional<String> firstGroup(String folded, String kind) {
        return Word.of(folded).stream()
                .map(word -> WORDS.groupOf(word.text()))
                .flatMap(Optional::stream)
                .filter(group -> group.startsWith(kind))
                .findFirst();
    }

    private static String answer(FormLine line) {
        int colon = line.folded().indexOf(':');
        boolean label = colon >= 0
                && firstGroup(line.folded().substring(0, colon), "asks-").isPresent();
        return Section.trim(label ? line.text().substring(colon + 1) : line.text());
    }

    private void add(InformationItem item, String answer) {
        if (!answer.isEmpty()) {
            values.merge(item, answer, (before, more) -> before + "\n" + more);
            boolean both = item == InformationItem.OPERATING_SYSTEM
                    && firstGroup(Folding.fold(answer), "pack-").isPresent();
            if (both) {
                values.putIfAbsent(InformationItem.SERVICE_PACK, answer);
            }
        }
    }
}
