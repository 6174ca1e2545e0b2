package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code calendar export} and {@code calendar publish} against an embedded database that does not run yet. */
class CalendarPublishCommandTest {

    private static final String CLOSED = "2026-11-24\tCLOSURE\t\tЗакрыто\tЖабық\tClosed\t\t\torder 7\t\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useTheEmbeddedDatabase() {
        assumeTrue(System.getenv().getOrDefault("KEZEK_DATABASE_URL", "").isEmpty(), "an external database is named");
    }

    @Test
    void putAnEditedYearInForceOnce() throws IOException {
        assertThat(calendar("export", "2026")).isZero();
        String year = out.toString();
        assertThat(year).startsWith("year\t2026\t").doesNotContain("2026-11-24");

        Path file = Files.writeString(folder.resolve("2026.tsv"), closed(year));
        assertThat(calendar("publish", "--dry-run", file.toString())).isZero();
        assertThat(out.toString()).contains("Nothing was changed; deadlines that would move: 0.");
        assertThat(calendar("publish", file.toString())).isZero();
        assertThat(out.toString()).containsPattern("Calendar \\S+\\+1 is in force; deadlines moved: 0\\.");
        assertThat(calendar("publish", file.toString())).isZero();
        assertThat(out.toString()).contains("in force already");
        assertThat(calendar("export", "2026")).isZero();
        assertThat(out.toString()).contains(CLOSED.strip());
    }

    @Test
    void refuseWhatIsNoCalendar() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.tsv"), "year\t2026\n");

        assertThat(calendar("publish", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("broken.tsv").hasLineCount(1);
        assertThat(calendar("publish", folder.resolve("none").toString())).isEqualTo(2);
    }

    /** The closure in its place among the days; the declared working days are those of the law, without closures. */
    private static String closed(String year) {
        String[] lines = year.split("\\R", -1);
        StringBuilder text = new StringBuilder(lines[0]).append('\n');
        boolean added = false;
        for (int i = 1; i < lines.length - 1; i++) {
            if (!added && lines[i].compareTo(CLOSED) > 0) {
                text.append(CLOSED);
                added = true;
            }
            text.append(lines[i]).append('\n');
        }
        return text.toString();
    }

    private int calendar(String... words) {
        out.getBuffer().setLength(0);
        CommandLine line = Kezek.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 3];
        all[0] = "calendar";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--data";
        all[words.length + 2] = folder.resolve("data").toString();
        return line.execute(all);
    }
}
