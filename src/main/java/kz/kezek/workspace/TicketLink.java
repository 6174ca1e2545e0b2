package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** A ticket's number and the address of its page. */
public record TicketLink(String number) {

    /** {@code /desk/t/{number}}, percent-encoded. */
    public String href() {
        return "/desk/t/" + segment();
    }

    /** The number alone, percent-encoded for an address. */
    public String segment() {
        return UriUtils.encodePathSegment(number, StandardCharsets.UTF_8);
    }
}
