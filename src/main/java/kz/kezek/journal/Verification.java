package kz.kezek.journal;

/** What the examination of one stream found. */
public sealed interface Verification {

    /** Every entry is in its place and as it was written. */
    record Intact(long entries) implements Verification {}

    /**
     * The first place where the chain does not hold.
     *
     * @param seq the place at which an entry was expected
     */
    record Broken(long seq, Fault fault) implements Verification {}

    /** What is wrong with an entry. */
    enum Fault {
        /** The entry of this place is missing. */
        MISSING,
        /** The entry does not follow from the one before it. */
        UNCHAINED,
        /** The entry's content is not what its hash was made of. */
        ALTERED
    }
}
