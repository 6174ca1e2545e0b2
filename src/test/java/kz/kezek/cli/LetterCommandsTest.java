package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** {@code deliver} and {@code import} against an embedded database that does not run yet. */
class LetterCommandsTest {

    private static final String LETTER = "From: a@example.kz\nTo: office@sud.kz\nSubject: x\n\ny\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useTheEmbeddedDatabase() {
        assumeTrue(System.getenv().getOrDefault("KEZEK_DATABASE_URL", "").isEmpty(), "an external database is named");
    }

    @Test
    void deliverLettersWithTheEnvelopeTheMailServerTells() {
        assertThat(deliver(LETTER, Map.of(), "-f", "a@example.kz", "office+t@sud.kz", "other@sud.kz"))
                .isZero();
        assertThat(deliver(
                        "From env@example.kz Mon Nov 23 03:00:00 2026\n" + LETTER,
                        Map.of("RECIPIENT", "office@sud.kz")))
                .isZero();
        assertThat(deliver("Return-Path: <path@example.kz>\n" + LETTER, Map.of("SENDER", "told@example.kz")))
                .isZero();
        assertThat(out.toString()).contains("Taken into custody as 1", "Taken into custody as 3");

        assertThat(deliver(LETTER, Map.of(), "--max-size", "10", "-f", "big@example.kz"))
                .isEqualTo(65);
        assertThat(err.toString()).contains("larger than 10 bytes");
        assertThat(rows())
                .containsExactly(
                        "PIPE a@example.kz [office+t@sud.kz] null",
                        "PIPE env@example.kz [office@sud.kz] null",
                        "PIPE told@example.kz [office@sud.kz] null",
                        "PIPE big@example.kz [office@sud.kz] REFUSED");
    }

    @Test
    void askToTryAgainWhenAnythingIsWrong() throws IOException {
        assertThat(deliver(LETTER, Map.of(), "--no-such-option")).isEqualTo(75);
        Path occupied = Files.writeString(folder.resolve("file"), "");
        var command = new DeliverCommand(new ByteArrayInputStream(LETTER.getBytes(StandardCharsets.UTF_8)), Map.of());
        assertThat(run(command, "--data", occupied.toString())).isEqualTo(75);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void importWhatWasNotImportedBefore() throws IOException {
        String first = "From a@b.kz Mon Nov 23 03:00:00 2020\n" + LETTER + "\n";
        Path file = Files.writeString(folder.resolve("mbox"), first + first);
        assertThat(run(new ImportCommand(), "mbox", "--data", data(), file.toString()))
                .isZero();
        assertThat(out.toString()).contains("Taken into custody: 2; there already: 0; too large: 0.");

        Files.writeString(file, first + first + "From c@d.kz Mon Nov 23 03:00:00 2020\nSubject: new\n\nz\n");
        assertThat(run(new ImportCommand(), "mbox", "--data", data(), file.toString()))
                .isZero();
        assertThat(out.toString()).contains("Taken into custody: 1; there already: 2; too large: 0.");
        assertThat(rows()).hasSize(3).first().isEqualTo("IMPORT a@b.kz [office@sud.kz] null");

        assertThat(run(new ImportCommand(), "maildir", "--data", data(), folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no Maildir");
    }

    @Test
    void importOldLettersWithoutNoticesByADoorOfTheirOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("mbox"), "From a@b.kz Mon Nov 23 03:00:00 2020\n" + LETTER + "\n");
        assertThat(run(new ImportCommand(), "mbox", "--without-notices", "--data", data(), file.toString()))
                .isZero();
        assertThat(rows()).containsExactly("ARCHIVE a@b.kz [office@sud.kz] null");
    }

    @Test
    void showHowFarTheyHaveCome() {
        assertThat(ProgressLine.line("mbox", 50, 100, 7))
                .isEqualTo("[###############...............]  50 %  7 letters  mbox");
    }

    private int deliver(String letter, Map<String, String> environment, String... words) {
        List<String> all = new ArrayList<>(List.of("--data", data()));
        all.addAll(List.of(words));
        var input = new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8));
        return run(new DeliverCommand(input, environment), all.toArray(String[]::new));
    }

    private int run(Object command, String... words) {
        return new CommandLine(command)
                .setParameterExceptionHandler(Failures::wrongWords)
                .setExecutionExceptionHandler(Failures::couldNot)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> rows() {
        var rows = new ArrayList<String>();
        new CommandLine(new Rows(rows)).execute("--data", data());
        return rows;
    }

    /** Reads the ledger by the same way as the commands. */
    @CommandLine.Command
    private static final class Rows implements Runnable {

        @CommandLine.Mixin
        private ConfiguredDatabase database = new ConfiguredDatabase();

        private final List<String> rows;

        Rows(List<String> rows) {
            this.rows = rows;
        }

        @Override
        public void run() {
            rows.addAll(database.over(source -> JdbcClient.create(source)
                    .sql("select door, envelope_from, recipients::text, fate from custody order by id")
                    .query((row, index) -> "%s %s %s %s"
                            .formatted(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3).replace('{', '[').replace('}', ']'),
                                    row.getString(4)))
                    .list()));
        }
    }
}
