package kz.kezek.mail;

/**
 * A private key that was taken out of a letter; only these facts of it are kept.
 *
 * @param fileName the name under which it came; empty for a key pasted into the text
 * @param size in bytes
 * @param sha256 of its bytes, in lower-case hexadecimal
 */
public record RefusedKey(String fileName, int size, String sha256) {

    static RefusedKey of(String fileName, byte[] bytes) {
        MailAttachment file = new MailAttachment(fileName, "", "", false, bytes);
        return new RefusedKey(fileName, bytes.length, file.sha256());
    }

    /** What stands in the letter in its place. */
    String note() {
        return "[private key removed: " + fileName + ", " + size + " bytes, SHA-256 " + sha256 + "]";
    }
}
