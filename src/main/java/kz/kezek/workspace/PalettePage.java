package kz.kezek.workspace;

import java.util.List;

/** The fragment with the tickets that the palette shows; no page of its own. */
public record PalettePage(List<SearchPage.Result> results) implements Page {

    @Override
    public String template() {
        return "palette";
    }
}
