package kz.kezek.portal;

import java.util.List;
import java.util.Optional;
import kz.kezek.drawing.RibbonView;
import kz.kezek.regulation.PublishedText;

/** The rules in force: the published text, the terms as they are counted, examples, and the reckoner of deadlines. */
public record RulesPage(PublishedText published, List<TermLine> terms, List<Example> examples, Reckoner reckoner)
        implements PublicPage {

    @Override
    public String template() {
        return "rules";
    }

    /** One term: its anchor in the text, its name, and the limit in words. */
    public record TermLine(String anchor, String name, String limit) {}

    /** A worked example: when something came, by which term it is counted, when it is due and why. */
    public record Example(String from, String term, String due, String why) {}

    /**
     * The form «when is my deadline», and what it reckoned.
     *
     * @param error the key of what is wrong with what was entered
     */
    public record Reckoner(String date, String time, String term, Optional<String> error, Optional<Result> result) {}

    /** A deadline that was asked for. */
    public record Result(String from, String due, String why, RibbonView ribbon) {}
}
