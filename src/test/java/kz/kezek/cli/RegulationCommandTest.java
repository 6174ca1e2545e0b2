package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RegulationLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code regulation check|show|diff}; how diff names open tickets is shown by {@code ChangedRulesTest}. */
class RegulationCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checksTheRulesOfTheProgramAndOfAFile() throws IOException {
        assertThat(regulation("check")).isZero();
        assertThat(out.toString())
                .startsWith("Rules sk-1, in force since 2020-01-01: ")
                .contains("nothing is wrong");

        Path faulty = file("faulty.yaml", "businessHours: 72", "businessHours: often");
        assertThat(regulation("check", faulty.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "faulty.yaml: terms.applicantReply.limit.businessHours must be a whole number from 1, not often")
                .hasLineCount(1);
        assertThat(regulation("check", folder.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.yaml cannot be read");
    }

    @Test
    void showsEveryValueUnderItsKey() {
        assertThat(regulation("show")).isZero();

        assertThat(out.toString().lines())
                .hasSize(RegulationLines.of(Regulation.inForce()).size());
        assertThat(out.toString()).contains("service.phone  1401").contains("choices.A31  kk-ru");
    }

    @Test
    void namesTheValuesThatDiffer() throws IOException {
        Path other = file("other.yaml", "phone: \"1401\"", "phone: \"1402\"");

        assertThat(regulation("diff", other.toString(), "--no-tickets")).isZero();
        assertThat(out.toString()).isEqualTo("service.phone  1401 → 1402%nValues that differ: 1.%n".formatted());
    }

    @Test
    void saysWhenThereIsNothingToCompare() throws IOException {
        Path same = file("same.yaml", "phone", "phone");

        assertThat(regulation(
                        "diff",
                        same.toString(),
                        "--data",
                        folder.resolve("empty").toString()))
                .isZero();
        assertThat(out.toString()).contains("Nothing differs.").contains("no ticket was looked at");
        assertThat(folder.resolve("empty")).doesNotExist();
    }

    @Test
    void asksWhatToDo() {
        assertThat(regulation()).isEqualTo(2);
        assertThat(err.toString()).contains("check, show or diff FILE");
    }

    private Path file(String name, String before, String after) throws IOException {
        try (InputStream yaml = Objects.requireNonNull(Regulation.class.getResourceAsStream("/regulation/sk.yaml"))) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve(name), text.replace(before, after));
        }
    }

    private int regulation(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Kezek.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 1];
        all[0] = "regulation";
        System.arraycopy(words, 0, all, 1, words.length);
        return line.execute(all);
    }
}
