package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What people see when they type: exit codes, and one sentence for whatever they can mend. */
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"serve --htpp 1", "serve --http many", "serve --http 70000", "dance", "deadline --at yesterday"})
    void answersWrongWordsWithOneSentenceAndExitCodeTwo(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("serve", "--http", "0", "--smtp", port, "--data", folder.toString()))
                    .isEqualTo(1);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString())
                    .contains("Port " + port + " on 127.0.0.1 cannot be used", "choose another with --smtp");
        }
    }

    @Test
    void saysThatTheDataFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run(
                        "serve",
                        "--http",
                        "0",
                        "--smtp",
                        "0",
                        "--data",
                        file.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("cannot be written: choose another with --data");
    }

    @Test
    void doctorFindsThisMachineFit() {
        Path data = folder.resolve("not-yet");
        assertThat(run("doctor", "--http", "0", "--smtp", "0", "--data", data.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString().lines()).hasSize(7).allMatch(line -> line.startsWith("ok "));
        assertThat(data).doesNotExist();
    }

    @Test
    void doctorNamesEachThingThatIsMissing() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("doctor", "--http", port, "--smtp", "0", "--data", folder.toString()))
                    .isEqualTo(1);
            assertThat(out.toString().lines().filter(line -> line.startsWith("FAIL")))
                    .singleElement()
                    .asString()
                    .contains("ports", port);
        }
    }

    @Test
    void namesEveryCommandOnTheHelpPage() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("serve", "check", "doctor", "deadline", "read", "help");
        assertThat(out.toString()).doesNotContain("warm-up");
    }

    private int run(String... words) {
        CommandLine commandLine = Kezek.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
