package kz.kezek.portal;

import java.util.List;

/**
 * One instruction, step by step.
 *
 * @param published when this version was published, in words
 * @param thanked whether the reader has just said if it helped
 */
public record InstructionPage(String slug, String title, List<String> steps, String published, boolean thanked)
        implements PublicPage {

    @Override
    public String template() {
        return "instruction";
    }
}
