package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands against an embedded database that runs, as beside the program, and one that does not. */
class AccountCommandsTest {

    private static final InputStream STANDARD_INPUT = System.in;

    @TempDir
    static Path running;

    @TempDir
    Path stopped;

    private static EmbeddedPostgres server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startTheProgramsDatabase() {
        assumeTrue(System.getenv().getOrDefault("KEZEK_DATABASE_URL", "").isEmpty(), "an external database is named");
        server = EmbeddedPostgres.start(running);
    }

    @org.junit.jupiter.api.AfterAll
    static void stopIt() {
        System.setIn(STANDARD_INPUT);
        if (server != null) {
            server.close();
        }
    }

    @Test
    void makeATokenBesideTheRunningProgramAndPrintNothingElse() {
        assertThat(token("create", "--name", "reports", "--role", "auditor", "--data", running.toString()))
                .isZero();
        assertThat(out.toString()).matches("kzk_[A-Za-z0-9_-]{43}\\R");

        assertThat(token("create", "--name", "reports", "--role", "agent", "--data", running.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("kezek: There is a token 'reports' already")
                .hasLineCount(1);
        assertThat(token("revoke", "--name", "reports", "--data", running.toString()))
                .isZero();
        assertThat(token("revoke", "--name", "reports", "--data", running.toString()))
                .isEqualTo(1);
        assertThat(token("list", "--data", running.toString())).isZero();
        assertThat(out.toString()).containsPattern("reports +auditor +\\S+Z +- +\\S+Z");
    }

    @Test
    void workWhenTheProgramDoesNotRun() {
        assertThat(token("create", "--name", "first", "--role", "SHIFT-LEAD", "--data", stopped.toString()))
                .isZero();
        assertThat(token("list", "--data", stopped.toString())).isZero();
        assertThat(out.toString()).containsPattern("first +shift-lead");
    }

    @Test
    void answerWrongWordsWithExitCodeTwo() {
        assertThat(token("create", "--name", "x", "--role", "king", "--data", running.toString()))
                .isEqualTo(2);
        assertThat(token("create", "--role", "agent", "--data", running.toString()))
                .isEqualTo(2);
    }

    @Test
    void addAndChangePeople() {
        String data = running.toString();
        assertThat(user(
                        "correct horse battery",
                        "create",
                        "--login",
                        "A.Seit",
                        "--name",
                        "Айгерім Сейіт",
                        "--role",
                        "agent,auditor",
                        "--language",
                        "kk",
                        "--password-stdin",
                        "--data",
                        data))
                .isZero();
        assertThat(user("", "list", "--data", data)).isZero();
        assertThat(out.toString()).containsPattern("a\\.seit +enabled +agent,auditor +Айгерім Сейіт");

        assertThat(user("short", "password", "a.seit", "--password-stdin", "--data", data))
                .isEqualTo(1);
        assertThat(err.toString()).contains("The password has fewer than 12 characters.");
        assertThat(user("another good password", "password", "a.seit", "--password-stdin", "--data", data))
                .isZero();
        assertThat(user("", "roles", "a.seit", "--role", "supervisor", "--data", data))
                .isZero();
        assertThat(user("", "disable", "a.seit", "--data", data)).isZero();
        assertThat(user("", "list", "--data", data)).isZero();
        assertThat(out.toString()).containsPattern("a\\.seit +disabled +supervisor");
        assertThat(user("", "disable", "nobody", "--data", data)).isEqualTo(1);
    }

    private int token(String... words) {
        return run(new CommandLine(new TokenCommand()), words);
    }

    private int user(String input, String... words) {
        System.setIn(new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)));
        return run(new CommandLine(new UserCommand()), words);
    }

    private int run(CommandLine command, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
