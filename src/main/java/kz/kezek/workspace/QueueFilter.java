package kz.kezek.workspace;

import java.util.Optional;
import kz.kezek.regulation.TermName;
import kz.kezek.workspace.Frame.Way;

/** Which part of the open tickets an agent looks at; a filter is an address that can be shared. */
record QueueFilter(Way way, Optional<TermName> stage, Who who, long agentId) {

    private static final String FIRST_ANSWER = "first-answer";
    private static final String AFTER_REQUEST = "after-request";

    /** Whose tickets. */
    enum Who {
        ALL(""),
        MINE("mine"),
        FREE("free");

        private final String word;

        Who(String word) {
            this.word = word;
        }

        /** The word in addresses; empty for all. */
        String word() {
            return word;
        }

        static Who of(String word) {
            return word.equals(MINE.word) ? MINE : word.equals(FREE.word) ? FREE : ALL;
        }
    }

    static QueueFilter whole(Way way, long agentId) {
        return new QueueFilter(way, Optional.empty(), Who.ALL, agentId);
    }

    /** Reads the words of an address; those that are not known choose everything. */
    static QueueFilter of(Way way, String stage, String who, long agentId) {
        Optional<TermName> clock = switch (stage) {
            case FIRST_ANSWER -> Optional.of(TermName.FIRST_ANSWER);
            case AFTER_REQUEST -> Optional.of(TermName.ANSWER_AFTER_INFORMATION);
            default -> Optional.empty();
        };
        return new QueueFilter(
                way, way == Way.WAITING ? Optional.empty() : clock, way == Way.QUEUE ? Who.of(who) : Who.ALL, agentId);
    }

    QueueFilter with(Optional<TermName> otherStage) {
        return new QueueFilter(way, otherStage, who, agentId);
    }

    QueueFilter with(Who other) {
        return new QueueFilter(way, stage, other, agentId);
    }

    /** The address of this view. */
    String href() {
        String query = stage.isEmpty() ? "" : "stage=" + stageWord();
        if (who != Who.ALL) {
            query += (query.isEmpty() ? "" : "&") + "who=" + who.word();
        }
        return way.href() + (query.isEmpty() ? "" : "?" + query);
    }

    /** The word of the clock in addresses; empty for all. */
    String stageWord() {
        return stage.map(term -> term == TermName.FIRST_ANSWER ? FIRST_ANSWER : AFTER_REQUEST)
                .orElse("");
    }
}
