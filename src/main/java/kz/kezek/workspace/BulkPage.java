package kz.kezek.workspace;

import java.util.List;

/** What became of an act on many tickets, when it did not become of all. */
public record BulkPage(int done, List<TicketLink> failed, String back) implements Page {

    @Override
    public String template() {
        return "bulk";
    }
}
