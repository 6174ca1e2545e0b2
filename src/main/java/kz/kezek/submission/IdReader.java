package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.IdFault;

/** Finds the applicant's ИИН or БИН in subject, item 5 and text, and notes what is wrong with it. One reader reads one letter. */
final class IdReader {

    private static final int LABEL_REACH = 24;
    private static final Lexicon LABELS = Lexicon.of("id");

    private final List<FoundId> ids = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    /** Twelve Х left of the template, Cyrillic or Latin, or its «ИИН/БИН». */
    static boolean isPlaceholder(String part) {
        String folded = Folding.fold(part).strip();
        boolean letters =
                folded.length() >= 4 && folded.chars().allMatch(c -> c == 'х' || c == 'x' || c == '_' || c == ' ');
        return letters
                || !folded.isEmpty()
                        && Labels.spelledBy(folded)
                                .filter(slot -> slot == Slot.ID)
                                .isPresent();
    }

    void readSubject(SubjectLine subject) {
        String part = subject.idRaw();
        if (isPlaceholder(part)) {
            defects.add(new Defect.InId(IdDefect.ID_PLACEHOLDER, part));
            return;
        }
        List<NumberInText> numbers = numbersIn(part);
        Optional<NumberInText> twelve =
                numbers.stream().filter(NumberInText::isTwelve).findFirst();
        if (twelve.isPresent()) {
            accept(twelve.get(), FoundId.Place.SUBJECT);
        } else if (part.chars().filter(Character::isDigit).count() >= 4) {
            defects.add(new Defect.InId(IdDefect.ofLength(digitsIn(part, numbers)), part));
        } else {
            defects.add(new Defect.InSubject(SubjectFault.ID_NOT_IN_SUBJECT, part));
        }
    }

    void readItem(String item) {
        String folded = Folding.fold(item);
        List<NumberInText> numbers = NumberInText.in(item, folded);
        Optional<NumberInText> twelve =
                numbers.stream().filter(NumberInText::isTwelve).findFirst();
        twelve.ifPresentOrElse(
                number -> accept(number, FoundId.Place.ITEM5),
                () -> numbers.stream()
                        .filter(number -> number.digits().length() <= 14 && isLabelled(number, folded))
                        .findFirst()
                        .ifPresent(number -> defects.add(new Defect.InId(
                                IdDefect.ofLength(number.digits().length()), number.quotation()))));
    }

    /** Looks in free text, where a number counts when it is called ИИН or БИН, or is one without a fault. */
    void readBody(String text) {
        if (!ids.isEmpty()) {
            return;
        }
        String folded = Folding.fold(text);
        List<NumberInText> twelves = NumberInText.in(text, folded).stream()
                .filter(NumberInText::isTwelve)
                .toList();
        twelves.stream()
                .filter(number -> isLabelled(number, folded))
                .findFirst()
                .or(() -> twelves.stream().filter(IdReader::isFaultless).findFirst())
                .ifPresent(number -> accept(number, FoundId.Place.BODY));
    }

    List<FoundId> ids() {
        return ids;
    }

    List<Defect> defects() {
        return defects;
    }

    private void accept(NumberInText number, FoundId.Place place) {
        ApplicantId id = ApplicantId.of(number.digits()).orElseThrow();
        FoundId found = new FoundId(id, place, number.quotation());
        Optional<FoundId> first = ids.stream().findFirst();
        if (first.isPresent() && first.get().id().equals(id)) {
            ids.add(found);
            return;
        }
        first.ifPresent(other -> defects.add(new Defect.InId(IdDefect.ID_CONFLICT, number.quotation())));
        ids.add(found);
        noteWriting(number);
        for (IdFault fault : id.faults()) {
            defects.add(new Defect.InId(defectOf(fault), number.quotation()));
        }
    }

    private void noteWriting(NumberInText number) {
        if (number.grouped()) {
            defects.add(new Defect.InId(IdDefect.ID_SPACES_INSIDE, number.quotation()));
        }
        if (number.lettered()) {
            defects.add(new Defect.InId(IdDefect.ID_LETTERS_INSIDE, number.quotation()));
        }
    }

    private static IdDefect defectOf(IdFault fault) {
        return switch (fault) {
            case CHECK_DIGIT -> IdDefect.ID_CHECK_DIGIT;
            case IMPOSSIBLE_DATE, CENTURY_DIGIT, UNIT_DIGIT -> IdDefect.ID_IMPOSSIBLE_DATE;
            case KIND_DIGIT -> IdDefect.ID_NOT_IIN_NOR_BIN;
        };
    }

    private static List<NumberInText> numbersIn(String part) {
        return NumberInText.in(part, Folding.fold(part));
    }

    private static int digitsIn(String part, List<NumberInText> numbers) {
        return numbers.isEmpty()
                ? (int) part.chars().filter(Character::isDigit).count()
                : numbers.getFirst().digits().length();
    }

    private static boolean isFaultless(NumberInText number) {
        return ApplicantId.of(number.digits())
                .filter(id -> id.faults().isEmpty())
                .isPresent();
    }

    private static boolean isLabelled(NumberInText number, String folded) {
        List<Word> before = Word.of(folded, Math.max(0, number.start() - LABEL_REACH), number.start());
        return before.stream().anyMatch(word -> LABELS.knows(word.text()));
    }
}
