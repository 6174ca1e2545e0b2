package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Debian package, made of a program that is empty: what lies where, and what its scripts would do. */
class DebianPackageTest {

    private static final String DATA = "/var/lib/kezek";

    @TempDir
    private static Path folder;

    private static Path file;
    private static Path root;

    @BeforeAll
    static void makesAndUnpacksOne() throws Exception {
        assumeTrue(
                Stream.of("/usr/bin/dpkg-deb", "/bin/dpkg-deb").anyMatch(p -> Files.isExecutable(Path.of(p))),
                "dpkg-deb is not installed: apt install dpkg");
        Path program = Files.createDirectories(folder.resolve("program"));
        Files.createFile(program.resolve("kezek.jar"));
        Files.createFile(Files.createDirectories(program.resolve("lib")).resolve("a library.jar"));
        file = Path.of(said("packaging/debian/build", program.toString(), folder.toString(), "9.8.7")
                .strip());
        root = folder.resolve("root");
        said("dpkg-deb", "-R", file.toString(), root.toString());
    }

    private static String said(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DEBFULLNAME", "Kezek");
        builder.environment().put("DEBEMAIL", "kezek@example.kz");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void holdsProgramCommandServiceSettingsAndManual() throws Exception {
        assertThat(file).hasFileName("kezek_9.8.7_amd64.deb");
        assertThat(said("dpkg-deb", "-c", file.toString()).lines().map(DebianPackageTest::rightsAndPath))
                .contains(
                        "-rw-r--r-- ./usr/share/kezek/kezek.jar",
                        "-rw-r--r-- ./usr/share/kezek/lib/a library.jar",
                        "-rwxr-xr-x ./usr/share/kezek/kezek",
                        "-rwxr-xr-x ./usr/bin/kezek",
                        "-rw-r--r-- ./lib/systemd/system/kezek.service",
                        "-rw-r----- ./etc/kezek/environment",
                        "-rw-r--r-- ./usr/share/man/man1/kezek.1.gz",
                        "-rw-r--r-- ./usr/share/doc/kezek/operations.md",
                        "-rw-r--r-- ./usr/share/doc/kezek/copyright")
                .noneMatch(entry -> entry.contains(DATA));
    }

    /** Of a line of tar: rights, owner, size, day, time, path. */
    private static String rightsAndPath(String line) {
        String[] columns = line.split(" +", 6);
        assertThat(columns[1]).as(line).isEqualTo("root/root");
        return columns[0] + " " + columns[5];
    }

    @Test
    void asksForAJavaThatCanRunIt() throws Exception {
        assertThat(control("Depends").split(", ")[0].split(" \\| "))
                .contains("openjdk-25-jre-headless", "temurin-25-jre", "java25-runtime-headless");
        assertThat(control("Version")).isEqualTo("9.8.7");
        assertThat(control("Architecture")).isEqualTo("amd64");
        assertThat(control("Maintainer")).isEqualTo("Kezek <kezek@example.kz>");
    }

    private static String control(String field) throws Exception {
        return said("dpkg-deb", "-f", file.toString(), field).strip();
    }

    @Test
    void keepsTheSettingsOfWhoRunsIt() throws Exception {
        assertThat(Files.readAllLines(root.resolve("DEBIAN/conffiles"))).containsExactly("/etc/kezek/environment");
        assertThat(Files.readAllLines(root.resolve("etc/kezek/environment")))
                .as("nothing is set before somebody sets it")
                .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    @Test
    void startsTheServiceFromWhereThePackagePutsIt() throws Exception {
        assertThat(Files.readAllLines(root.resolve("lib/systemd/system/kezek.service")))
                .contains("ExecStart=/usr/bin/kezek serve", "User=kezek", "CacheDirectory=kezek")
                .noneMatch(line -> line.contains("/opt/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm", "postrm"})
    void hasScriptsThatStopAtTheFirstError(String script) throws Exception {
        Path path = root.resolve("DEBIAN").resolve(script);
        said("sh", "-n", path.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwxr-xr-x");
        assertThat(Files.readAllLines(path)).startsWith("#!/bin/sh", "set -e");
    }

    @Test
    void leavesTheProgramRunningUntilItsSuccessorIsThere() throws Exception {
        assertThat(script("prerm"))
                .anyMatch(line -> line.contains("\"$1\" = remove"))
                .noneMatch(isAbout("upgrade)"));
        List<String> postinst = script("postinst");
        assertThat(postinst.indexOf("  kezek warm-up || true"))
                .isNotNegative()
                .isLessThan(postinst.indexOf("      deb-systemd-invoke \"$action\" kezek.service >/dev/null || true"));
    }

    @Test
    void neverRemovesTheData() throws Exception {
        for (String name : List.of("postinst", "prerm", "postrm")) {
            assertThat(script(name).stream().map(String::strip))
                    .noneMatch(line -> line.startsWith("rm") && !line.equals("rm -rf /var/cache/kezek"))
                    .noneMatch(line -> line.startsWith("deluser"));
        }
        assertThat(script("postrm")).anyMatch(isAbout("echo \"kezek: " + DATA + " is kept"));
    }

    private static List<String> script(String name) throws IOException {
        return Files.readAllLines(root.resolve("DEBIAN").resolve(name));
    }

    private static java.util.function.Predicate<String> isAbout(String words) {
        return line -> line.contains(words);
    }
}
