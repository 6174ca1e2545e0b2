package kz.kezek.workspace;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The pictures that a page may show, told by their first bytes and never by what the letter calls them. */
enum PictureType {
    PNG("image/png", "89504e470d0a1a0a", 0),
    JPEG("image/jpeg", "ffd8ff", 0),
    GIF("image/gif", "47494638", 0),
    WEBP("image/webp", "57454250", 8);

    private final MediaType mediaType;
    private final byte[] mark;
    private final int at;

    PictureType(String mediaType, String mark, int at) {
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.mark = HexFormat.of().parseHex(mark);
        this.at = at;
    }

    MediaType mediaType() {
        return mediaType;
    }

    static Optional<PictureType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.marks(bytes)).findFirst();
    }

    private boolean marks(byte[] bytes) {
        return bytes.length >= at + mark.length && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
    }
}
