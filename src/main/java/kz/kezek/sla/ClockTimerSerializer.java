package kz.kezek.sla;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;

/** A timer in the database is its own name: short, legible, and no object is made of bytes that somebody else may have put there. */
final class ClockTimerSerializer implements Serializer {

    static byte[] written(ClockTimer timer) {
        return timer.name().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] serialize(Object data) {
        return written((ClockTimer) data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        return type.cast(ClockTimer.named(new String(data, StandardCharsets.UTF_8)));
    }
}
