package kz.kezek.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAttachment;

/**
 * What makes two letters the same letter (A28): who wrote, about what, in answer to what, and every byte of text and
 * attachments. Neither the Message-ID nor the way it travelled counts.
 */
final class ContentDigest {

    private final MessageDigest sha256;

    private ContentDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] of(String sender, InboundMail mail) {
        var digest = new ContentDigest();
        digest.add(sender.toLowerCase(Locale.ROOT));
        digest.add(mail.subject());
        mail.inReplyTo().forEach(digest::add);
        digest.add(mail.text());
        for (MailAttachment attachment : mail.attachments()) {
            digest.add(attachment.fileName());
            digest.add(attachment.bytes());
        }
        return digest.sha256.digest();
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length, so that no two sequences of pieces run together. */
    private void add(byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (bytes.length >>> shift));
        }
        sha256.update(bytes);
    }
}
