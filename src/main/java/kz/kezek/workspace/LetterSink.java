package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** Where a demonstration's letters end up to be looked at. There is one only while the program demonstrates itself. */
public interface LetterSink {

    /** All letters, newest first. */
    List<SunkLetter> letters();

    /** One letter by its number. */
    Optional<SunkLetter> letter(int id);
}
