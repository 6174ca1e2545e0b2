package kz.kezek.knowledge;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.knowledge.KnownProblem.Texts;

/**
 * Something wrong with the service that applicants should know of before they write.
 *
 * @param endedAt when it was over; empty while it lasts
 * @param text what it is and what to do meanwhile
 * @param changedAt when it was last written down or ended
 * @param trouble what its tickets have in common, when it was proposed because of them
 * @param answer what its tickets are answered, as it was written last; empty texts until then
 */
public record Incident(
        long id,
        Instant beganAt,
        Optional<Instant> endedAt,
        Texts text,
        Instant changedAt,
        Optional<Trouble> trouble,
        Texts answer) {

    /** Whether it lasts at this moment. */
    public boolean isOn(Instant at) {
        return !at.isBefore(beganAt) && endedAt.map(at::isBefore).orElse(true);
    }
}
