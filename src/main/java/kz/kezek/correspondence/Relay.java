package kz.kezek.correspondence;

import java.util.UUID;

/** The next mail server on the way out. One connection, used by one thread at a time. */
interface Relay extends AutoCloseable {

    /**
     * Hands a letter over; never throws for what the server or the network does.
     *
     * @param envelopeId what a delivery report shall call it (RFC 3461 §4.4)
     */
    DeliveryOutcome hand(String envelopeFrom, String recipient, UUID envelopeId, byte[] mime);

    @Override
    void close();
}
