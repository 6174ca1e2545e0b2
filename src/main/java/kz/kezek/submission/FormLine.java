package kz.kezek.submission;

/**
 * A line of a letter, or the part of one after a number inside it.
 *
 * @param quoted whether it is quoted from another letter
 * @param marker the number before it, {@code 4} or {@code 4.1}, or empty
 * @param bulleted whether a bullet stands before it
 * @param text the rest, as written
 * @param folded the rest, folded
 * @param inline whether it begins inside a line
 */
record FormLine(boolean quoted, String marker, boolean bulleted, String text, String folded, boolean inline) {

    boolean isBlank() {
        return text.isBlank() && marker.isEmpty();
    }

    /** The number of the item, 1–19, or 0 without a marker or for a part of an item. */
    int number() {
        return marker.isEmpty() || marker.contains(".") ? 0 : Integer.parseInt(marker);
    }

    /** Whether the marker is a part's: {@code 4.2}. */
    boolean isPart() {
        return marker.contains(".");
    }

    FormLine withMarker(String other) {
        return new FormLine(quoted, other, bulleted, text, folded, inline);
    }
}
