package kz.kezek.regulation;

import java.time.Duration;
import kz.kezek.calendar.TimeLimit;

/**
 * How long two letters belong together.
 *
 * @param replyAfterAnswer how long a reply to an answer returns to the same ticket (A13)
 * @param duplicate how long the same content of the same sender is a duplicate (A28)
 */
public record Windows(TimeLimit replyAfterAnswer, Duration duplicate) {}
