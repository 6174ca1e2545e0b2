package kz.kezek.regulation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** The start-up check of Astana time (A25, R29). */
public final class AstanaTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private static final Instant MOVED = Instant.parse("2024-02-29T18:00:00Z");

    private AstanaTime() {}

    /**
     * Passes when this JDK knows the change of 1 March 2024.
     *
     * @throws OutdatedTimeZoneData when it does not
     */
    public static void verify() {
        verify(ZONE.getId(), ZONE.getRules());
    }

    static void verify(String zone, ZoneRules rules) {
        ZoneOffset before = rules.getOffset(MOVED.minusSeconds(1));
        ZoneOffset after = rules.getOffset(MOVED);
        if (before.getTotalSeconds() != 6 * 3600 || after.getTotalSeconds() != 5 * 3600) {
            throw new OutdatedTimeZoneData(zone, before + " and " + after);
        }
    }
}
