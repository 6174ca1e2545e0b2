package kz.kezek.ticket;

/** The database's name of a ticket; people see its {@link TicketNumber}. */
public record TicketId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
