package kz.kezek.workspace;

import java.util.List;

/** The texts of letters: each kind with its three languages, and which of them somebody changed. */
public record LetterTextsPage(List<Row> rows) implements Page {

    @Override
    public String template() {
        return "letterTexts";
    }

    /** A kind of letter. */
    public record Row(String name, List<Cell> cells) {}

    /**
     * Its text in one language.
     *
     * @param state who published the version in force and when; empty for the text of the program
     */
    public record Cell(String href, String language, String state) {}
}
