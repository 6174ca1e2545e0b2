package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** The outbox: letters to people and what became of each, newest first. */
public record OutboxPage(List<Choice> states, List<Row> rows, Optional<String> next) implements Page {

    @Override
    public String template() {
        return "outbox";
    }

    /** One choice of the state. */
    public record Choice(String key, String href, boolean current) {}

    /** One letter. */
    public record Row(
            String href,
            String time,
            String recipient,
            String subject,
            String state,
            String tone,
            String attempts,
            Optional<TicketLink> ticket) {}
}
