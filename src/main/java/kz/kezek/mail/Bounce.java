package kz.kezek.mail;

import java.util.List;
import java.util.Optional;

/**
 * A report about a letter of ours, in RFC 3464's form or in a mail server's own words.
 *
 * @param kind what it says
 * @param recipients each recipient it speaks of; empty for a complaint or a vacation reply
 * @param originalMessageIds the ids, without angle brackets, of the letters it returns or quotes, by which ours is found
 * @param envelopeId what we called the letter when we handed it over (Original-Envelope-Id, RFC 3464 §2.2.1), if it says
 */
public record Bounce(
        BounceKind kind,
        List<BouncedRecipient> recipients,
        List<String> originalMessageIds,
        Optional<String> envelopeId) {

    public Bounce {
        recipients = List.copyOf(recipients);
        originalMessageIds = List.copyOf(originalMessageIds);
    }

    Bounce(BounceKind kind, List<BouncedRecipient> recipients, List<String> originalMessageIds) {
        this(kind, recipients, originalMessageIds, Optional.empty());
    }

    Bounce called(Optional<String> envelope) {
        return new Bounce(kind, recipients, originalMessageIds, envelope);
    }
}
