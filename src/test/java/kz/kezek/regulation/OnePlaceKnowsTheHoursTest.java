package kz.kezek.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R24: the working hours stand in {@code regulation/sk.yaml}; code asks the calendar, and texts are given them. */
class OnePlaceKnowsTheHoursTest {

    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path TEXTS = Path.of("src", "main", "resources", "messages");

    /** Opening and closing written as times, as {@code LocalTime}, as seconds or minutes of the day. */
    private static final Pattern HOURS = Pattern.compile("\\b0?9:00\\b|\\b18:30\\b|LocalTime\\.of\\((9|18),"
            + "|\\b(9|18) \\* 3_?600\\b|\\b(32_?400|66_?600|1_?110)\\b|ofHours\\((9|18)\\)");

    private static final Pattern INTERVAL = Pattern.compile("\\d\\d:\\d\\d[-–]\\d\\d:\\d\\d");

    @Test
    void writesThemNowhereInTheCode() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(CODE, ".java")) {
            if (!file.startsWith(CODE.resolve(Path.of("kz", "kezek", "regulation")))) {
                Files.readAllLines(file).stream()
                        .filter(OnePlaceKnowsTheHoursTest::knowsTheHours)
                        .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void wouldSeeThem() {
        assertThat(Stream.of(
                        "LocalTime open = LocalTime.of(9, 0);",
                        "String closing = \"18:30\";",
                        "int opens = 9 * 3600;",
                        "long closes = 66_600;"))
                .allMatch(OnePlaceKnowsTheHoursTest::knowsTheHours);
        assertThat(Stream.of("/** {@code 09:00-18:30} */", "* until 18:30", "int port = 18_300;"))
                .noneMatch(OnePlaceKnowsTheHoursTest::knowsTheHours);
    }

    @Test
    void writesThemInNoText() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : files(TEXTS, ".properties")) {
            INTERVAL.matcher(Files.readString(file)).results().forEach(match -> named.add(match.group()));
        }

        assertThat(INTERVAL.matcher("09:00–18:30").find()).isTrue();
        assertThat(named).isEmpty();
    }

    private static boolean knowsTheHours(String line) {
        String code = line.strip();
        return !code.startsWith("*")
                && !code.startsWith("/*")
                && HOURS.matcher(code).find();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
