package kz.kezek.workspace;

import java.util.List;

/** Who else is in a ticket now. */
public record WatchersView(long ticket, List<Watcher> watchers) {

    /** A colleague, looking or writing. */
    public record Watcher(Avatar avatar, boolean typing) {

        /** The key of the sentence about him. */
        public String key() {
            return typing ? "watcher.typing" : "watcher.viewing";
        }
    }
}
