package kz.kezek.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes out of a picture what is not the picture: Exif with its place, XMP, comments. The picture itself is not encoded anew;
 * of Exif the orientation alone is kept. JPEG by its segments (ITU-T T.81 B.1.1), PNG by its chunks (ISO 15948 §5), WebP by those
 * of RIFF; GIF has no Exif. What is not built as it should be is left as it is.
 */
final class PictureMetadata {

    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int COMMENT = 0xFE;
    private static final int IPTC = 0xED;
    private static final byte[] EXIF_MARK = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION = 0x0112;
    private static final Set<String> PNG_TEXTS = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");
    private static final Set<String> WEBP_TEXTS = Set.of("EXIF", "XMP ");
    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    /** In the flags of VP8X: Exif and XMP follow. */
    private static final int SAYS_METADATA = 0b0000_1100;

    private PictureMetadata() {}

    static byte[] without(byte[] picture, PictureType type) {
        return switch (type) {
            case JPEG -> jpeg(picture);
            case PNG -> png(picture);
            case WEBP -> webp(picture);
            case GIF -> picture;
        };
    }

    private static byte[] jpeg(byte[] picture) {
        var kept = new ByteArrayOutputStream(picture.length);
        kept.write(picture, 0, 2);
        int at = 2;
        while (at + 4 <= picture.length && (picture[at] & 0xFF) == 0xFF) {
            int marker = picture[at + 1] & 0xFF;
            int length = 2 + (((picture[at + 2] & 0xFF) << 8) | (picture[at + 3] & 0xFF));
            if (marker == START_OF_SCAN) {
                kept.write(picture, at, picture.length - at);
                return kept.toByteArray();
            }
            if (at + length > picture.length) {
                return picture;
            }
            if (marker == EXIF) {
                writeOrientation(picture, at, length, kept);
            } else if (marker != COMMENT && marker != IPTC) {
                kept.write(picture, at, length);
            }
            at += length;
        }
        return picture;
    }

    /** A picture that a telephone took upright must not lie on its side. */
    private static void writeOrientation(byte[] picture, int at, int length, ByteArrayOutputStream kept) {
        int value = orientation(picture, at + 4, length - 4);
        if (value > 1) {
            kept.writeBytes(new byte[] {(byte) 0xFF, (byte) EXIF, 0, 34});
            kept.writeBytes(EXIF_MARK);
            kept.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
            kept.writeBytes(new byte[] {1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) value, 0, 0, 0, 0, 0, 0});
        }
    }

    private static int orientation(byte[] picture, int at, int length) {
        if (length < 14 || !ByteBuffer.wrap(picture, at, 6).equals(ByteBuffer.wrap(EXIF_MARK))) {
            return 0;
        }
        ByteBuffer tiff = ByteBuffer.wrap(picture, at + 6, length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return 0;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries && directory + 2 + (i + 1) * 12 <= tiff.limit(); i++) {
            int entry = directory + 2 + i * 12;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value <= 8 ? value : 0;
            }
        }
        return 0;
    }

    private static byte[] png(byte[] picture) {
        var kept = new ByteArrayOutputStream(picture.length);
        kept.write(picture, 0, PNG_SIGNATURE);
        int at = PNG_SIGNATURE;
        while (at + CHUNK_HEADER <= picture.length) {
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(picture).getInt(at)) + 12;
            if (at + length > picture.length) {
                return picture;
            }
            if (!PNG_TEXTS.contains(name(picture, at + 4))) {
                kept.write(picture, at, (int) length);
            }
            at += (int) length;
        }
        return kept.toByteArray();
    }

    private static byte[] webp(byte[] picture) {
        if (picture.length < RIFF_HEADER) {
            return picture;
        }
        var kept = new ByteArrayOutputStream(picture.length);
        kept.write(picture, 0, RIFF_HEADER);
        ByteBuffer riff = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
        int at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= picture.length) {
            long size = Integer.toUnsignedLong(riff.getInt(at + 4));
            long length = Math.min(CHUNK_HEADER + size + (size & 1), picture.length - at);
            if (!WEBP_TEXTS.contains(name(picture, at))) {
                kept.write(picture, at, (int) length);
            }
            at += (int) length;
        }
        return settled(kept.toByteArray());
    }

    /** The same with its size as it is now, and without the word that metadata follow. */
    private static byte[] settled(byte[] webp) {
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length - CHUNK_HEADER);
        boolean extended = webp.length > RIFF_HEADER + CHUNK_HEADER
                && name(webp, RIFF_HEADER).equals("VP8X");
        if (extended) {
            webp[RIFF_HEADER + CHUNK_HEADER] &= (byte) ~SAYS_METADATA;
        }
        return webp;
    }

    private static String name(byte[] picture, int at) {
        return new String(picture, at, 4, StandardCharsets.ISO_8859_1);
    }
}
