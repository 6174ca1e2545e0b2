package kz.kezek.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as the API writes them: ISO 8601 with the offset that Astana had at that moment (A25). */
@Component
class AstanaTimes {

    private final BusinessCalendar calendar;

    AstanaTimes(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    OffsetDateTime of(Instant at) {
        return at.atZone(calendar.zone()).toOffsetDateTime();
    }

    @Nullable
    OffsetDateTime of(Optional<Instant> at) {
        return at.map(this::of).orElse(null);
    }
}
