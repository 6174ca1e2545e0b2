package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * The custody ledger: what is looked for, the letters found, the address of the next page.
 *
 * @param fates every fate that can be looked for, with its word's key
 */
public record LedgerPage(Sought sought, List<Option> fates, List<Option> doors, List<Row> rows, Optional<String> next)
        implements Page {

    @Override
    public String template() {
        return "ledger";
    }

    /** The search as it was typed. */
    public record Sought(String words, String ticket, String fate, String door, String from, String until) {

        /** Whether anything is looked for. */
        public boolean anything() {
            return !(words + ticket + fate + door + from + until).isEmpty();
        }
    }

    /** One value of a choice, with the text for people. */
    public record Option(String value, String text) {}

    /** One letter; {@code opens} leads to where an agent works on it, {@code raw} to its bytes for those who may. */
    public record Row(
            long id,
            String time,
            String sender,
            String subject,
            String messageId,
            String fate,
            String tone,
            Optional<String> opens,
            Optional<TicketLink> ticket,
            String door,
            String size,
            Optional<String> raw) {}
}
