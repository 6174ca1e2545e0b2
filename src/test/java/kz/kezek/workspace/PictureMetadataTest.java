package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PictureMetadataTest {

    private static final byte[] SCAN = {(byte) 0xFF, (byte) 0xDA, 0, 2, 1, 2, 3, (byte) 0xFF, (byte) 0xD9};

    @Test
    void takesThePlaceOutOfAPhotographAndKeepsItUpright() {
        byte[] exif = exif(6, "51.1694N 71.4491E");
        byte[] photograph = joined(new byte[] {(byte) 0xFF, (byte) 0xD8}, exif, SCAN);

        byte[] clean = PictureMetadata.without(photograph, PictureType.JPEG);

        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("51.1694N");
        assertThat(clean).startsWith(0xFF, 0xD8, 0xFF, 0xE1).endsWith(SCAN);
        assertThat(PictureMetadata.without(clean, PictureType.JPEG)).isEqualTo(clean);
    }

    @Test
    void keepsNothingOfExifWhenThePhotographStandsUpright() {
        byte[] photograph = joined(new byte[] {(byte) 0xFF, (byte) 0xD8}, exif(1, "51.1694N"), SCAN);

        assertThat(PictureMetadata.without(photograph, PictureType.JPEG))
                .isEqualTo(joined(new byte[] {(byte) 0xFF, (byte) 0xD8}, SCAN));
    }

    @Test
    void takesTextsOutOfAPngAndLeavesThePicture() {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        byte[] picture = joined(signature, chunk("IHDR", "header"), chunk("eXIf", "place"), chunk("IDAT", "pixels"));

        assertThat(PictureMetadata.without(picture, PictureType.PNG))
                .isEqualTo(joined(signature, chunk("IHDR", "header"), chunk("IDAT", "pixels")));
    }

    @Test
    void leavesABrokenPictureAsItIs() {
        byte[] cut = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0x40, 0, 'E'};

        assertThat(PictureMetadata.without(cut, PictureType.JPEG)).isEqualTo(cut);
    }

    private static byte[] exif(int orientation, String place) {
        byte[] text = place.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + 6 + 26 + text.length);
        segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
        segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        segment.put(new byte[] {1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        segment.put(text);
        return segment.array();
    }

    private static byte[] chunk(String name, String data) {
        return ByteBuffer.allocate(12 + data.length())
                .putInt(data.length())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data.getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
