package kz.kezek.correspondence;

/** What the next mail server said to a letter. */
sealed interface DeliveryOutcome {

    /** It answered 250: the letter is in its hands. */
    record Accepted(String reply) implements DeliveryOutcome {}

    /** Not now: 4xx, no connection, a timeout. */
    record TryAgain(String reply) implements DeliveryOutcome {}

    /** Never: 5xx. */
    record RefusedForGood(String reply) implements DeliveryOutcome {}
}
