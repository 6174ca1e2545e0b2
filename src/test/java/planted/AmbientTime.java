package planted;

import java.time.Clock;
import java.time.Instant;

/** Looks at the machine's clock instead of being told the time. */
public final class AmbientTime {

    public Instant moment() {
        return Instant.now();
    }

    public Clock clock() {
        return Clock.systemUTC();
    }
}
