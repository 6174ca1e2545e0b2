package kz.kezek.intake.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Letters one after the other, in an order that is the same every time. */
public interface LetterArchive extends Closeable {

    /** The next letter, or nothing at the end. */
    Optional<ArchivedLetter> next() throws IOException;

    /** How much of it was read, in {@link #total}'s unit. */
    long done();

    /** How much there is: bytes of an mbox, files of a Maildir. */
    long total();
}
