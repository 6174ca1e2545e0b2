package kz.kezek.workspace;

import java.util.List;
import kz.kezek.drawing.Phrases;

/** One line of the conversation that nobody wrote: the key of its sentence with arguments, and when. */
public record EventView(String anchor, Mood mood, String key, List<Object> arguments, String time) implements Entry {

    /** Whether it is good news, bad news or a mere fact. */
    public enum Mood {
        GOOD("circle-check"),
        LATE("circle-alert"),
        PLAIN("circle-dot"),
        HOLD("pause");

        private final String icon;

        Mood(String icon) {
            this.icon = icon;
        }

        /** Its icon in the sprite. */
        public String icon() {
            return icon;
        }

        /** The style class; a mere fact has none. */
        public String word() {
            return this == PLAIN ? "" : SlaView.dashed(name());
        }
    }

    /** The sentence in the page's language. */
    public String sentence(Phrases words) {
        return words.text(key, arguments.toArray());
    }
}
