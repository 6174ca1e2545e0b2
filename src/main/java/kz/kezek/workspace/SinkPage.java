package kz.kezek.workspace;

import java.util.List;

/** The demonstration's letter box: every letter that was sent out, newest first. */
public record SinkPage(List<Row> letters) implements Page {

    @Override
    public String template() {
        return "sink";
    }

    /** One letter sent out. */
    public record Row(String href, String time, String to, String subject) {}
}
