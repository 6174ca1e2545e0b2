package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** The quarantine: letters that wait for a decision, oldest first, or those decided; and what was just done, to take it back. */
public record QuarantinePage(boolean handled, int waiting, List<Row> rows, Optional<String> next, Optional<Done> done)
        implements Page {

    @Override
    public String template() {
        return "quarantine";
    }

    /** One letter. */
    public record Row(
            String href, String time, String sender, String subject, String reason, Optional<String> decision) {}

    /** What was just decided about a letter, and where it can be taken back. */
    public record Done(long id, String sentence, String undo) {}
}
