package kz.kezek.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import kz.kezek.regulation.Regulation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as the API writes them: ISO 8601 with the offset that Astana had at that moment (A25). */
@Component
class AstanaTimes {

    private final ZoneId zone;

    AstanaTimes(Regulation regulation) {
        this.zone = regulation.hours().zone();
    }

    OffsetDateTime of(Instant at) {
        return at.atZone(zone).toOffsetDateTime();
    }

    @Nullable
    OffsetDateTime of(Optional<Instant> at) {
        return at.map(this::of).orElse(null);
    }
}
