package kz.kezek.workspace;

import java.util.List;

/** The fragment that tells who is where; no page of its own. */
public record WatchersPage(List<WatchersView> tickets) implements Page {

    @Override
    public String template() {
        return "watchers";
    }
}
