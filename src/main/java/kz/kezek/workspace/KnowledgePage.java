package kz.kezek.workspace;

import java.util.List;

/** The knowledge base as the desk sees it: every instruction with its version, the day of its review and how it helps. */
public record KnowledgePage(List<Row> rows, int due, boolean mayEdit) implements Page {

    @Override
    public String template() {
        return "knowledge";
    }

    /** One instruction. */
    public record Row(
            String href,
            String title,
            String slug,
            int version,
            String published,
            String review,
            boolean due,
            boolean withdrawn,
            long sent,
            long helped,
            long notHelped) {}
}
