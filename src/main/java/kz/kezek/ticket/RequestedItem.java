package kz.kezek.ticket;

/**
 * One thing that a Запрос asks for.
 *
 * @param key a key of the regulation (R15–R19: {@code time}, {@code description}, …), {@code item-N} for item N of the
 *     form, or {@code other}
 * @param text what is asked, as the specialist wrote it; empty when the key has words of its own
 */
public record RequestedItem(String key, String text) {}
