package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void printsOneLineOfJsonALetterInTheOrderOfTheFiles() throws IOException {
        for (int i = 0; i < 50; i++) {
            Files.writeString(
                    folder.resolve("letter-%02d.eml".formatted(i)),
                    "Subject: =?utf-8?Q?\"=D0=96\"?= " + i + "\n\ntext \\ \u2028");
        }
        Files.writeString(folder.resolve("notes.txt"), "not a letter");

        List<JsonNode> lines = run(folder.toString());

        assertThat(lines).hasSize(50);
        assertThat(lines.get(7).get("subject").asString()).isEqualTo("\"Ж\" 7");
        assertThat(lines.get(7).get("text").asString()).isEqualTo("text \\ \u2028");
        assertThat(lines.get(7).get("class").asString()).isEqualTo("request");
        assertThat(lines.get(7).get("error").isNull()).isTrue();
    }

    @Test
    void saysWhatItCannotReadAndGoesOn() throws IOException {
        Path letter = Files.writeString(folder.resolve("a.eml"), "Subject: a\n\nb");

        List<JsonNode> lines = run(folder.resolve("missing.eml").toString(), letter.toString());

        assertThat(lines.getFirst().get("error").asString()).contains("NoSuchFileException");
        assertThat(lines.getLast().get("subject").asString()).isEqualTo("a");
    }

    private static List<JsonNode> run(String... paths) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new ReadCommand()).execute(paths)).isZero();
        } finally {
            System.setOut(before);
        }
        JsonMapper json = JsonMapper.builder().build();
        return out.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }
}
