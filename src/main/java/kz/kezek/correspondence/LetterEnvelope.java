package kz.kezek.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * To whom a letter goes and what it answers.
 *
 * @param messageId the letter's own id with angle brackets, from {@link MessageIds#of}
 * @param to at least one
 * @param inReplyTo the message answered (RFC 5322 §3.6.4); an unsound id is left out
 * @param references the conversation before, oldest first; unsound ids are left out, a long list is cut in its middle
 * @param at the moment for {@code Date}
 */
public record LetterEnvelope(
        String messageId, List<Recipient> to, Optional<String> inReplyTo, List<String> references, Instant at) {

    public LetterEnvelope {
        to = List.copyOf(to);
        references = List.copyOf(references);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("A letter without a recipient: " + messageId);
        }
        if (!MessageIds.sound(messageId)) {
            throw new IllegalArgumentException("Not a Message-ID: " + messageId);
        }
    }

    /** A letter that begins a conversation. */
    public static LetterEnvelope to(Recipient recipient, String messageId, Instant at) {
        return new LetterEnvelope(messageId, List.of(recipient), Optional.empty(), List.of(), at);
    }
}
