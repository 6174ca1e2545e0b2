package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockTimerTest {

    private final ClockTimerSerializer serializer = new ClockTimerSerializer();

    @Test
    void comesBackFromTheDatabaseAsItWas() {
        var timer = new ClockTimer(4812, ClockTimer.REMIND + 24, Instant.parse("2026-11-27T06:30:00Z"));

        assertThat(serializer.deserialize(ClockTimer.class, serializer.serialize(timer)))
                .isEqualTo(timer);
    }

    @Test
    void isNotMadeOfAnythingElse() {
        byte[] strange = "rO0ABXNy".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> serializer.deserialize(ClockTimer.class, strange))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
