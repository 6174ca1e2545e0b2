package kz.kezek.correspondence;

/** The next mail server on the way out. One connection, used by one thread at a time. */
interface Relay extends AutoCloseable {

    /** Hands a letter over; never throws for what the server or the network does. */
    DeliveryOutcome hand(String envelopeFrom, String recipient, byte[] mime);

    @Override
    void close();
}
