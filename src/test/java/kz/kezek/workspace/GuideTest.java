package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The user's guide tells of every page and state, and has a picture of each. */
class GuideTest {

    private static final Path GUIDE = Path.of("docs", "guide.md");
    private static final Path PICTURES = Path.of("docs", "guide");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\(guide/([a-z0-9-]+)\\.webp\\)");

    @Test
    void showsEveryPageThatCanBeDrawn() throws IOException {
        assertThat(shown())
                .doesNotHaveDuplicates()
                .containsAll(DrawnPages.all(Preferences.DEFAULT).keySet());
    }

    @Test
    void hasThePicturesItShowsAndNoOthers() throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".webp", "")))
                    .containsExactlyInAnyOrderElementsOf(shown());
        }
    }

    private static List<String> shown() throws IOException {
        return PICTURE.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
