package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.drawing.Assets;

/**
 * What every page shows around its own content: texts, choices, the agent, the ways and their counts, the office hours, and
 * what is wrong with the service.
 */
public record Frame(
        Words words,
        Preferences preferences,
        Assets assets,
        FormToken token,
        String path,
        Optional<Person> person,
        Ways ways,
        OfficeView office,
        List<String> alarms,
        Contact contact) {

    /** By telephone, and within which hours of a working day. */
    public record Contact(String phone, String opens, String closes) {}

    /** The text of a key: templates read {@code ${frame.text("queue.title")}}. */
    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** The signed-in agent: avatar and short name, and the role's word key. */
    public record Person(Avatar avatar, String role) {}

    /**
     * The working views: which is current, how many tickets each has, how many deadlines are broken; the sink when
     * demonstrating, the texts of letters for those who keep them, calls for those who take them.
     */
    public record Ways(
            Way current,
            int queue,
            int mine,
            int waiting,
            int free,
            int quarantine,
            int breached,
            boolean sink,
            boolean letters,
            boolean calls,
            List<Saved> views) {

        /** The count beside a way. */
        public int count(Way way) {
            return switch (way) {
                case QUEUE -> queue;
                case MINE -> mine;
                case WAITING -> waiting;
                case FREE -> free;
                case QUARANTINE -> quarantine;
                case CALL, SEARCH, CANNED, LEDGER, OUTBOX, LETTERS, KNOWLEDGE, SINK, PROFILE -> 0;
            };
        }
    }

    /** A saved view of the queue: its address, its name, how many tickets it shows. */
    public record Saved(String href, String name, int count) {}

    /** The days' state: open until an hour with working time left in it, or closed until an hour, all in words. */
    public record OfficeView(boolean open, String boundary, String left, long runsUntil, long asOf) {}

    /** A place of the workspace that the rail leads to. */
    public enum Way {
        QUEUE("/desk/queue", "inbox", "KeyQ"),
        MINE("/desk/mine", "user", "KeyM"),
        WAITING("/desk/waiting", "hourglass", "KeyW"),
        FREE("/desk/free", "user-plus", "KeyF"),
        CALL("/desk/call", "phone", "KeyN"),
        SEARCH("/desk/search", "search", "KeyS"),
        CANNED("/desk/canned", "sticky-note", "KeyA"),
        QUARANTINE("/desk/quarantine", "mail-question-mark", "KeyC"),
        LEDGER("/desk/ledger", "book-open", "KeyL"),
        OUTBOX("/desk/outbox", "send", "KeyO"),
        LETTERS("/admin/letters", "file-text", "KeyT"),
        KNOWLEDGE("/desk/knowledge", "list-checks", "KeyB"),
        SINK("/demo/sink", "mail", "KeyD"),
        PROFILE("/profile", "settings", "KeyP");

        private final String href;
        private final String icon;
        private final String chord;

        Way(String href, String icon, String chord) {
            this.href = href;
            this.icon = icon;
            this.chord = chord;
        }

        /** Its address. */
        public String href() {
            return href;
        }

        /** Its icon in the sprite. */
        public String icon() {
            return icon;
        }

        /** The physical key that leads here after G. */
        public String chord() {
            return chord;
        }

        /** The key of its name in the texts. */
        public String key() {
            return "way." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
