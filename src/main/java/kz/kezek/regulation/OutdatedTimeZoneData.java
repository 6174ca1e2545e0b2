package kz.kezek.regulation;

/** This JDK does not know that Kazakhstan lives at +05:00 since 1 March 2024 (R29), so every deadline would be an hour off. */
public final class OutdatedTimeZoneData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutdatedTimeZoneData(String zone, String found) {
        super("The JDK's time zone data is out of date: " + zone + " must be +06:00 until 29.02.2024 and +05:00 since"
                + " 01.03.2024, but is " + found + "; update the JDK or its tzdata (2024a or newer).");
    }
}
