package kz.kezek.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tickets in the order of registration, and the cursor of the next page; none when this is the last. */
record TicketPage(List<TicketSummary> tickets, @Nullable String nextCursor) {}
