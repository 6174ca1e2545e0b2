package kz.kezek.benchmarks.load;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Files that people attach: pictures that can be opened, 20 to 300 KB, no two with the same bytes. */
final class AttachedFiles {

    /** A file as it is attached. */
    record Content(String name, String mediaType, byte[] bytes) {}

    private static final int POOL = 16;
    private static final int SMALLEST_SIDE = 90;
    private static final int LARGEST_SIDE = 310;

    private final List<Content> pool = new ArrayList<>();

    AttachedFiles(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < POOL; i++) {
            boolean png = i % 2 == 0;
            int side = SMALLEST_SIDE + (LARGEST_SIDE - SMALLEST_SIDE) * i / (POOL - 1);
            pool.add(
                    png
                            ? new Content("Скриншот ошибки.png", "image/png", picture("png", side, random))
                            : new Content("Снимок экрана 2026-03.jpg", "image/jpeg", picture("jpg", side * 2, random)));
        }
    }

    Content unique(int number, SplittableRandom random) {
        Content content = pool.get(random.nextInt(POOL));
        byte[] tail = ("letter " + number).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = java.util.Arrays.copyOf(content.bytes(), content.bytes().length + tail.length);
        System.arraycopy(tail, 0, bytes, content.bytes().length, tail.length);
        return new Content(content.name(), content.mediaType(), bytes);
    }

    private static byte[] picture(String format, int side, SplittableRandom random) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
