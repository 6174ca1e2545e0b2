package kz.kezek.correspondence;

import java.util.List;

/**
 * A letter ready to be handed over.
 *
 * @param messageId with angle brackets
 * @param subject unencoded, one line, without an ИИН or БИН
 * @param recipients in the order of {@code To}
 * @param text the plain text as a person reads it
 * @param html the same letter as HTML
 * @param mime the whole message: 7-bit, CRLF, no line over 998 octets (RFC 5322)
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a column and a socket, compared by nobody
public record ComposedLetter(
        String messageId, String subject, List<Recipient> recipients, String text, String html, byte[] mime) {

    public ComposedLetter {
        recipients = List.copyOf(recipients);
    }

    /** The same letter as another message. */
    ComposedLetter with(byte[] message) {
        return new ComposedLetter(messageId, subject, recipients, text, html, message);
    }
}
