package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * What to tell the caller: number, deadline, what is missing, and the same as a short text in three languages, the caller's first.
 *
 * @param due the deadline in words, while a clock runs
 * @param address where the acceptance notice goes
 * @param phone where the short text would go
 * @param missing the numbers of the items that were not told
 */
public record CallTakenPage(
        TicketLink ticket,
        Optional<String> due,
        Optional<String> address,
        Optional<String> phone,
        List<Integer> missing,
        List<SmsText> texts)
        implements Page {

    @Override
    public String template() {
        return "callTaken";
    }
}
