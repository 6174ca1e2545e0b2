package kz.kezek.journal;

import java.util.Map;

/**
 * What the examination of all streams found.
 *
 * @param broken the streams whose chain does not hold, each with the first place where it does not
 */
public record Examination(long streams, long entries, Map<String, Verification.Broken> broken) {

    /** Whether every chain holds. */
    public boolean isIntact() {
        return broken.isEmpty();
    }
}
