package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * One letter of the demonstration's letter box as its reader sees it.
 *
 * @param html the address of the HTML part, shown in a frame without scripts; absent when the letter has only text
 */
public record SinkLetterPage(String subject, List<Header> headers, String text, Optional<String> html) implements Page {

    @Override
    public String template() {
        return "sinkLetter";
    }

    /** One header line as it was sent, decoded. */
    public record Header(String name, String value) {}
}
