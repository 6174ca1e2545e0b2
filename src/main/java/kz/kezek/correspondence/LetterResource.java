package kz.kezek.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file under {@code letters/} on the class path, in UTF-8. */
final class LetterResource {

    private LetterResource() {}

    static Reader open(String name) {
        InputStream stream = LetterResource.class.getResourceAsStream("/letters/" + name);
        if (stream == null) {
            throw new IllegalStateException("No text letters/" + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    static String text(String name) {
        try (Reader reader = open(name)) {
            return reader.readAllAsString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
