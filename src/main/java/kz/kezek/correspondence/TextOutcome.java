package kz.kezek.correspondence;

import java.util.List;

/** What came of publishing a text. */
public sealed interface TextOutcome {

    /** It is in force on every node. */
    record Published(TextVersion version) implements TextOutcome {}

    /** Nothing was changed: letters say this already. */
    record NothingNew() implements TextOutcome {}

    /** Nothing was changed: letters could not be written with it. */
    record Faulty(List<TextFault> faults) implements TextOutcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing was changed: somebody else published meanwhile. */
    record Overtaken(TextVersion by) implements TextOutcome {}
}
