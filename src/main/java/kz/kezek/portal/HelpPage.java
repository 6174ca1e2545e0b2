package kz.kezek.portal;

import java.util.List;

/**
 * Instructions: all of them by group, or those that were searched for.
 *
 * @param query what was searched for; empty when nothing was
 */
public record HelpPage(String query, List<Group> groups) implements PublicPage {

    @Override
    public String template() {
        return "help";
    }

    /** Whether a search found nothing. */
    public boolean foundNothing() {
        return groups.isEmpty();
    }

    /**
     * Instructions under one heading.
     *
     * @param key the key of the heading
     */
    public record Group(String key, List<Line> lines) {}

    /** One instruction: its address, its title, and how it begins. */
    public record Line(String href, String title, String beginning) {}
}
