package kz.kezek.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One attached file of a letter, decoded from its transfer encoding: an ordinary part, a whole enclosed message, a file of
 * a winmail.dat or a uuencode block. The file name is safe to show and to store: no folders, no control characters.
 */
public final class MailAttachment {

    private final String fileName;
    private final String mediaType;
    private final String contentId;
    private final boolean inline;
    private final byte[] bytes;

    MailAttachment(String fileName, String mediaType, String contentId, boolean inline, byte[] bytes) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.contentId = contentId;
        this.inline = inline;
        this.bytes = bytes;
    }

    /** The cleaned file name; empty when the letter gives none. */
    public String fileName() {
        return fileName;
    }

    /** The declared media type in lower case, without parameters, such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The Content-ID without angle brackets, by which HTML names an inline image (RFC 2392). */
    public Optional<String> contentId() {
        return contentId.isEmpty() ? Optional.empty() : Optional.of(contentId);
    }

    /** Whether the letter shows it within its text (Content-Disposition: inline, or a part related to the HTML). */
    public boolean inline() {
        return inline;
    }

    /** The decoded bytes; the caller must not change them. */
    public byte[] bytes() {
        return bytes;
    }

    /** The size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The MD5 in lower-case hexadecimal, computed at each call; for comparison with other systems, never for trust. */
    public String md5() {
        return digest("MD5");
    }

    /** The SHA-256 in lower-case hexadecimal, computed at each call. */
    public String sha256() {
        return digest("SHA-256");
    }

    private String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + bytes.length + " bytes)";
    }
}
