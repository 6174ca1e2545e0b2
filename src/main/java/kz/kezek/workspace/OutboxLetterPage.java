package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** One letter of the outbox as evidence: how it reads, what was handed over, each attempt with the relay's words. */
public record OutboxLetterPage(
        String subject,
        String state,
        String tone,
        Optional<TicketLink> ticket,
        List<SinkLetterPage.Header> facts,
        List<Attempt> attempts,
        String text,
        Optional<String> raw)
        implements Page {

    @Override
    public String template() {
        return "outboxLetter";
    }

    /** One handing over. */
    public record Attempt(String time, String recipient, String outcome, String tone, String reply) {}
}
