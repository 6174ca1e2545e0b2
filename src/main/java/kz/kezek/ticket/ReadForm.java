package kz.kezek.ticket;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.kezek.submission.Defect;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * The prescribed form as it was read when the ticket was registered, completed by what the applicant replied: kept with
 * the ticket, so that what the applicant was told stays what the agent sees.
 *
 * @param items the text of each of the five items by its number; a missing one is absent; item 4 in its parts
 * @param missing the numbers of the items that are missing
 * @param defects every deviation from the template (R11)
 * @param facts what was read of the nine facts, at most one of each kind; empty in forms stored before facts were kept
 */
public record ReadForm(
        String serviceCode,
        String personalIdSource,
        boolean checkDigitValid,
        Map<String, String> items,
        List<Integer> missing,
        List<FormDefect> defects,
        List<Fact> facts) {

    public ReadForm {
        facts = List.copyOf(Objects.requireNonNullElse(facts, List.<Fact>of()));
    }

    /** A form of which nothing was read. */
    public static final ReadForm EMPTY = new ReadForm("", "", false, Map.of(), List.of(), List.of(), List.of());

    /** The fact of this kind, if it was found. */
    public Optional<Fact> fact(FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
    }

    /** Whether the facts were kept: of older forms only the items were. */
    public boolean keepsFacts() {
        return !facts.isEmpty() || items.isEmpty();
    }

    /**
     * A deviation from the template.
     *
     * @param code stable, such as {@code SERVICE_CODE_LATIN}
     * @param quotation the piece of the letter it speaks of
     * @param fact the one fact it is about, if it is about one and this was kept
     */
    public record FormDefect(
            String code, String quotation, @Nullable FactKind fact) {

        public static FormDefect of(Defect defect) {
            return new FormDefect(
                    defect.code(), defect.quotation(), defect.about().orElse(null));
        }

        /** The deviation as it was found; nothing when its code is of another version. */
        public Optional<Defect> found() {
            return Defect.of(code, Optional.ofNullable(fact), quotation);
        }
    }
}
