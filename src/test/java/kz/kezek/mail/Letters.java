package kz.kezek.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The letters of the tests. */
final class Letters {

    private Letters() {}

    static byte[] raw(String name) {
        try (InputStream stream = Letters.class.getResourceAsStream("/mail/" + name + ".eml")) {
            if (stream == null) {
                throw new IllegalArgumentException("no letter " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static InboundMail read(String name) {
        return new MailReader().read(raw(name));
    }

    static InboundMail readText(String letter) {
        return new MailReader().read(letter.getBytes(StandardCharsets.UTF_8));
    }
}
