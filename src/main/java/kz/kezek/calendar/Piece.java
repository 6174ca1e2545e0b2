package kz.kezek.calendar;

/**
 * A stretch [from, to) of epoch seconds in which consumed working time has a closed form. Sums are relative to the piece:
 * {@code worked(from()) == 0}.
 */
sealed interface Piece permits Weeks, Days {

    long from();

    long to();

    /** Working seconds in [from, at). */
    long worked(long at);

    /** The first second at which {@code sum} working seconds of this piece are consumed; 0 &lt; sum ≤ worked(to). */
    long reached(long sum);

    /** The end, not beyond the piece, of the open interval holding {@code at}, which is open. */
    long closes(long at);
}
