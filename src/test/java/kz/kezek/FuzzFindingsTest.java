package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.kezek.mail.FuzzedLetter;
import kz.kezek.submission.FuzzedSubmission;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays what fuzzing has found, and every letter of the other tests that it begins from. */
class FuzzFindingsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TestFactory
    Stream<DynamicTest> readsEveryLetterThatBrokeTheReader() throws IOException {
        return replay(FuzzedLetter::fuzzerTestOneInput, "fuzz/mail", "mail", "samples");
    }

    @TestFactory
    Stream<DynamicTest> readsEveryTextThatBrokeTheForm() throws IOException {
        return replay(FuzzedSubmission::fuzzerTestOneInput, "fuzz/submission", "submission/letters", "samples");
    }

    private static Stream<DynamicTest> replay(Consumer<byte[]> target, String... folders) throws IOException {
        List<Path> files = Stream.of(folders)
                .map(RESOURCES::resolve)
                .filter(Files::isDirectory)
                .flatMap(FuzzFindingsTest::files)
                .toList();
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    byte[] input = Files.readAllBytes(file);
                    assertThatCode(() -> target.accept(input)).doesNotThrowAnyException();
                }));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
