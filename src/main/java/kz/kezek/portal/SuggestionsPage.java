package kz.kezek.portal;

import java.util.List;

/** What may help with what is being typed into the form: a fragment, empty when nothing fits. */
public record SuggestionsPage(List<HelpPage.Line> lines) implements PublicPage {

    @Override
    public String template() {
        return "suggestions";
    }
}
