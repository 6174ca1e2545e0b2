package kz.kezek.correspondence;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.identity.AgentId;

/**
 * A version of a text that somebody published.
 *
 * @param number from 1; the highest is in force
 * @param text empty where the text that comes with the program was put back in force
 */
public record TextVersion(LetterTextId id, int number, Optional<String> text, AgentId author, Instant publishedAt) {

    /** What letters said by this version, as far as this program knows. */
    public String words() {
        return text.orElseGet(id::shipped);
    }
}
