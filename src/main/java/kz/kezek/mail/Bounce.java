package kz.kezek.mail;

import java.util.List;

/**
 * A report about a letter of ours, in RFC 3464's form or in a mail server's own words.
 *
 * @param kind what it says
 * @param recipients each recipient it speaks of; empty for a complaint or a vacation reply
 * @param originalMessageIds the ids, without angle brackets, of the letters it returns or quotes, by which ours is found
 */
public record Bounce(BounceKind kind, List<BouncedRecipient> recipients, List<String> originalMessageIds) {

    public Bounce {
        recipients = List.copyOf(recipients);
        originalMessageIds = List.copyOf(originalMessageIds);
    }
}
