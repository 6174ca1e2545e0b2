package kz.kezek.workspace;

import java.util.List;

/** One line of the list of keys. Keys are matched by their place on the keyboard, so they work in every layout. */
public enum KeyLine {
    NEXT("J"),
    PREVIOUS("K"),
    OPEN("Enter"),
    BACK("U"),
    ANSWER("R"),
    REQUEST("Q"),
    NOTE("M"),
    TAKE("I"),
    CHOOSE("X"),
    SEND("Ctrl", "Enter"),
    PREVIEW("P"),
    CANNED(";"),
    INSTRUCTIONS(":"),
    EXPAND("E"),
    SEARCH("/"),
    PALETTE("Ctrl", "K"),
    TO_QUEUE("G", "Q"),
    TO_MINE("G", "M"),
    TO_WAITING("G", "W"),
    TO_FREE("G", "F"),
    LIST("?");

    private final List<String> caps;

    KeyLine(String... caps) {
        this.caps = List.of(caps);
    }

    /** What is printed on the keys, in order. */
    public List<String> caps() {
        return caps;
    }

    /** The key of what they do. */
    public String key() {
        return "keys." + SlaView.dashed(name());
    }
}
