package kz.kezek.ticket;

import java.util.List;
import java.util.Map;

/**
 * The prescribed form as it was read when the ticket was registered: kept with the ticket, so that what the applicant
 * was told stays what the agent sees.
 *
 * @param items the text of each of the five items by its number; a missing one is absent; item 4 in its parts
 * @param missing the numbers of the items that are missing
 * @param defects every deviation from the template (R11)
 */
public record ReadForm(
        String serviceCode,
        String personalIdSource,
        boolean checkDigitValid,
        Map<String, String> items,
        List<Integer> missing,
        List<FormDefect> defects) {

    /** A form of which nothing was read. */
    public static final ReadForm EMPTY = new ReadForm("", "", false, Map.of(), List.of(), List.of());

    /**
     * A deviation from the template.
     *
     * @param code stable, such as {@code SERVICE_CODE_LATIN}
     * @param quotation the piece of the letter it speaks of
     */
    public record FormDefect(String code, String quotation) {}
}
