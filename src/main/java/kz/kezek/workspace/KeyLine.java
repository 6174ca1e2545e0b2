package kz.kezek.workspace;

import java.util.List;

/** One line of the list of keys. Keys are matched by their place on the keyboard, so they work in every layout. */
public enum KeyLine {
    NEXT("J"),
    PREVIOUS("K"),
    OPEN("Enter"),
    BACK("U"),
    ANSWER(true, "R"),
    REQUEST(true, "Q"),
    NOTE(true, "M"),
    TAKE(true, "I"),
    ASSIGN(true, "A"),
    STEPS(true, "S"),
    LINK(true, "L"),
    CHOOSE(true, "X"),
    CHOOSE_TO(true, "Shift", "X"),
    SEND(true, "Ctrl", "Enter"),
    SEND_AND_NEXT(true, "Ctrl", "Shift", "Enter"),
    PREVIEW(true, "P"),
    CANNED(true, ";"),
    INSTRUCTIONS(true, ":"),
    MEND(true, "1", "…", "5"),
    CALL(true, "N"),
    FILTER("F"),
    EXPAND("E"),
    SEARCH("/"),
    PALETTE("Ctrl", "K"),
    TO_QUEUE("G", "Q"),
    TO_MINE("G", "M"),
    TO_WAITING("G", "W"),
    TO_FREE("G", "F"),
    TO_SEARCH("G", "S"),
    TO_CANNED("G", "A"),
    TO_QUARANTINE("G", "C"),
    TO_OUTBOX("G", "O"),
    TO_LEDGER("G", "L"),
    TO_KNOWLEDGE("G", "B"),
    TO_PROFILE("G", "P"),
    LEAVE("Esc"),
    LIST("?");

    private final boolean acting;
    private final List<String> caps;

    KeyLine(String... caps) {
        this(false, caps);
    }

    KeyLine(boolean acting, String... caps) {
        this.acting = acting;
        this.caps = List.of(caps);
    }

    /** Whether only those have the key who may act on tickets. */
    public boolean acting() {
        return acting;
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
