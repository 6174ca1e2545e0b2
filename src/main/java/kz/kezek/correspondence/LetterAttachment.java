package kz.kezek.correspondence;

/**
 * A file sent along with a letter.
 *
 * @param name as the applicant sees it, any script (sent by RFC 2231)
 * @param mediaType {@code type/subtype}; anything else is sent as {@code application/octet-stream}
 * @param bytes not copied: the caller leaves them alone
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of megabytes would buy nothing
public record LetterAttachment(String name, String mediaType, byte[] bytes) {}
