package kz.kezek.mail;

/**
 * What a report says of one recipient (RFC 3464 §2.3).
 *
 * @param address the recipient's address; empty when the report hides it
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty when the report has none
 * @param replyCode the SMTP reply code, such as {@code 550}; empty when the report has none
 * @param diagnostic the server's own words, in one line
 */
public record BouncedRecipient(String address, String action, String status, String replyCode, String diagnostic) {}
