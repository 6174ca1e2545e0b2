package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./kezek} with a Java and a Maven that only write down what they are asked. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *extract*) for last; do :; done; touch "$last/kezek.jar"; echo unpacked >>"$CALLS" ;;
              *warm-up*) echo trained >>"$CALLS"; for word; do case $word in *AOTCacheOutput=*) : >"${word#*=}" ;; esac; done ;;
              *) echo "in $(pwd)"; for word; do echo "word <$word>"; done; exit 7 ;;
            esac
            """;
    private static final String MAVEN = "#!/bin/sh\necho built >>\"$CALLS\"\n";

    @TempDir
    Path temporary;

    private Path clone;
    private Path java;
    private Path bin;

    @BeforeEach
    void laysOutACloneWithAFakeJavaAndMaven() throws IOException {
        clone = Files.createDirectories(temporary.resolve("a clone"));
        Files.copy(Path.of("kezek"), clone.resolve("kezek"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(clone.resolve("src/main/java"));
        Files.createFile(clone.resolve("pom.xml"));
        java = temporary.resolve("jdk");
        bin = Files.createDirectories(temporary.resolve("bin"));
        program(java.resolve("bin/java"), JAVA);
        program(java.resolve("bin/javac"), JAVA);
        program(bin.resolve("mvn"), MAVEN);
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
    }

    @Test
    void buildsOnceAndPassesWordsFolderAndExitCode() throws Exception {
        Result first = run(temporary, "serve", "--data", "имя с пробелом");
        assertThat(first.exitCode).as(first.said).isEqualTo(7);
        assertThat(first.said).contains("in " + temporary, "word <--data>", "word <имя с пробелом>");
        run(temporary, "serve");
        assertThat(calls()).containsExactly("built", "unpacked", "trained");
    }

    @Test
    void trainsTheCacheForCommandsThatStartTheWholeProgramOnly() throws Exception {
        assertThat(run(clone, "deadline").said).doesNotContain("AOTCache");
        assertThat(calls()).containsExactly("built", "unpacked");
        assertThat(run(clone, "demo").said).contains("word <-XX:AOTCache=" + clone.resolve("target/app/kezek.aot>"));
        assertThat(calls()).containsExactly("built", "unpacked", "trained");
    }

    @Test
    void trainsTheCacheBeforeABenchMeasures() throws Exception {
        Path benches = Files.createDirectories(clone.resolve("benchmarks"));
        Files.createDirectories(benches.resolve("src"));
        Files.createFile(benches.resolve("pom.xml"));
        Files.createDirectories(benches.resolve("target"));
        program(bin.resolve("mvn"), "#!/bin/sh\necho built >>\"$CALLS\"\ntouch target/benchmarks.jar\n");
        assertThat(run(clone, "bench", "intake").said).contains("word <intake>");
        assertThat(calls()).containsExactly("built", "unpacked", "trained", "built");
    }

    @Test
    void neitherBuildsNorTrainsWhereAPackagePutTheProgram() throws Exception {
        Path cache = Files.createDirectories(temporary.resolve("cache"));
        Files.delete(java.resolve("bin/javac"));
        Path installed = installed();
        run(installed, cache, "warm-up");
        assertThat(calls()).containsExactly("trained");

        Result serve = run(installed, cache, "serve");
        assertThat(serve.exitCode).as(serve.said).isEqualTo(7);
        assertThat(serve.said).contains("word <-XX:AOTCache=" + cache.resolve("kezek.aot>"));
        assertThat(run(installed, cache, "check").said).contains("word <check>");
        assertThat(calls()).containsExactly("trained");
    }

    private Path installed() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("installed"));
        Files.copy(Path.of("kezek"), folder.resolve("kezek"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(folder.resolve("kezek.jar"));
        return folder;
    }

    private Result run(Path installed, Path cache, String word) throws Exception {
        ProcessBuilder words = new ProcessBuilder(installed.resolve("kezek").toString(), word);
        words.environment().put("KEZEK_CACHE", cache.toString());
        return new Result(words);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run(clone, "serve");
        Path source = Files.createFile(clone.resolve("src/main/java/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        run(clone, "serve");
        assertThat(calls().filter("built"::equals)).hasSize(2);
    }

    @Test
    void buildsOnceForTwoStartsAtOnce() throws Exception {
        List<Process> starts = List.of(start(clone, "serve"), start(clone, "serve"), start(clone, "serve"));
        for (Process start : starts) {
            start.getInputStream().readAllBytes();
            assertThat(start.waitFor()).isEqualTo(7);
        }
        assertThat(calls()).containsExactly("built", "unpacked", "trained");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(bin.resolve("kezek"), clone.resolve("kezek"));
        Result result = new Result(new ProcessBuilder(link.toString(), "serve"));
        assertThat(result.exitCode).as(result.said).isEqualTo(7);
        assertThat(clone.resolve("target/app/kezek.jar")).exists();
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws Exception {
        Path old = temporary.resolve("old");
        program(old.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        program(old.resolve("bin/javac"), "#!/bin/sh\nexit 99\n");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        ProcessBuilder words = new ProcessBuilder(clone.resolve("kezek").toString(), "serve");
        words.environment().put("JAVA_HOME", old.toString());
        words.environment().put("PATH", java.resolve("bin") + ":" + bin + ":/usr/bin:/bin");
        words.environment().put("KEZEK_JAVA_HOME", "");
        assertThat(new Result(words).exitCode).isEqualTo(7);
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(bin.resolve("mvn"));
        for (String program : List.of("bash", "dirname", "readlink", "find", "flock", "mkdir", "rm", "touch", "env")) {
            Path original = Stream.of("/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(bin.resolve(program), original);
        }
        ProcessBuilder words = new ProcessBuilder(clone.resolve("kezek").toString(), "serve");
        words.environment().put("PATH", bin.toString());
        Result result = new Result(words);
        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.said).isEqualTo("kezek: needs Maven to build: install it (Debian: apt install maven).\n");
    }

    @Test
    void showsWhyTheBuildFailed() throws Exception {
        program(bin.resolve("mvn"), "#!/bin/sh\necho '[INFO] noise'\necho '[ERROR] a missing semicolon'\nexit 1\n");
        Result result = run(clone, "serve");
        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.said)
                .contains("a missing semicolon", "the build failed")
                .doesNotContain("noise");
        assertThat(clone.resolve("target/app")).doesNotExist();
    }

    private Result run(Path from, String... words) throws Exception {
        return new Result(start(from, words));
    }

    private Process start(Path from, String... words) throws IOException {
        List<String> all = Stream.concat(Stream.of(clone.resolve("kezek").toString()), Stream.of(words))
                .toList();
        return prepared(new ProcessBuilder(all)).directory(from.toFile()).start();
    }

    private ProcessBuilder prepared(ProcessBuilder words) {
        words.environment().putIfAbsent("KEZEK_JAVA_HOME", java.toString());
        words.environment().put("CALLS", temporary.resolve("calls").toString());
        words.environment().compute("PATH", (name, path) -> path.startsWith(bin.toString()) ? path : bin + ":" + path);
        return words.redirectErrorStream(true);
    }

    private Stream<String> calls() throws IOException {
        return Files.readAllLines(temporary.resolve("calls")).stream();
    }

    private static void program(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private final class Result {

        private final String said;
        private final int exitCode;

        Result(Process process) throws Exception {
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            exitCode = process.waitFor();
        }

        Result(ProcessBuilder words) throws Exception {
            this(prepared(words).start());
        }
    }
}
