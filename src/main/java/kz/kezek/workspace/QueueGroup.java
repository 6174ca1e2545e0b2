package kz.kezek.workspace;

import java.util.List;

/** Rows of the same urgency: the count is of the whole group, the rows are those of this page. */
public record QueueGroup(Kind kind, int count, List<QueueRow> rows) {

    /** Urgency, most urgent first. */
    public enum Kind {
        UNDELIVERED,
        BREACHED,
        AT_RISK,
        TODAY,
        LATER,
        PAUSED;

        /** The style class. */
        public String word() {
            return SlaView.dashed(name());
        }

        /** The key of the heading; its argument is the hour at which the working day ends. */
        public String key() {
            return "queue.group." + word();
        }
    }
}
