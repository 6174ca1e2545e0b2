package kz.kezek.intake;

/** The number of a row in the custody ledger. */
public record CustodyId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
