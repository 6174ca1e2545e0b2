package kz.kezek.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * One way in which a letter differs from the template (R11). All are found at once, each with the piece of the letter it was seen in; none
 * ever stops registration (A16). The code is stable: it is stored, exported and the key of its message.
 */
public sealed interface Defect {

    /** The stable code, such as {@code SERVICE_CODE_LATIN}. */
    String code();

    /** The letter's own words in which the defect was seen; empty when it is something left out. */
    String quotation();

    /** The one fact it throws doubt on or finds missing; nothing for those of the subject and the layout. */
    default Optional<FactKind> about() {
        return switch (this) {
            case InFact in -> Optional.of(in.fact());
            case FactMissing missing -> Optional.of(missing.fact());
            case InId id -> Optional.of(FactKind.APPLICANT_ID);
            case InSubject subject -> Optional.empty();
            case InLayout layout -> Optional.empty();
        };
    }

    /** The defect that was stored as a code, the fact it is about and its quotation; nothing when there is no such code. */
    static Optional<Defect> of(String code, Optional<FactKind> about, String quotation) {
        return named(SubjectFault.values(), code)
                .<Defect>map(fault -> new InSubject(fault, quotation))
                .or(() -> named(IdDefect.values(), code).map(fault -> new InId(fault, quotation)))
                .or(() -> named(LayoutFault.values(), code).map(fault -> new InLayout(fault, quotation)))
                .or(() -> named(FactFault.values(), code)
                        .flatMap(fault -> about.map(fact -> new InFact(fact, fault, quotation))))
                .or(() -> Arrays.stream(FactKind.values())
                        .map(FactMissing::new)
                        .filter(missing -> missing.code().equals(code))
                        .findFirst());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /** How to mend it, for the applicant. */
    default String message(Language language) {
        return DefectMessages.of(code(), language);
    }

    /** A subject that is not {@code ИИН/СК/ описание} (R2–R5). */
    record InSubject(SubjectFault fault, String quotation) implements Defect {
        @Override
        public String code() {
            return fault.name();
        }
    }

    /** A number that is not a well-formed ИИН or БИН (R3, A18), or two that differ (A17). */
    record InId(IdDefect fault, String quotation) implements Defect {
        @Override
        public String code() {
            return fault.name();
        }
    }

    /** Items not laid out as the template has them. */
    record InLayout(LayoutFault fault, String quotation) implements Defect {
        @Override
        public String code() {
            return fault.name();
        }
    }

    /** A fact that is there but not as the template needs it. */
    record InFact(FactKind fact, FactFault fault, String quotation) implements Defect {
        @Override
        public String code() {
            return fault.name();
        }
    }

    /** A required fact that was not found. */
    record FactMissing(FactKind fact) implements Defect {
        @Override
        public String code() {
            return "MISSING_" + fact.name().toUpperCase(Locale.ROOT);
        }

        @Override
        public String quotation() {
            return "";
        }
    }
}
