package kz.kezek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kz.kezek.storage.BlobId;

/**
 * A real S3 service (S3Proxy over a folder, with signatures checked) as a process of its own on a free loopback port, with one
 * bucket. It can be stopped and started again, and what it keeps can be looked at and damaged.
 */
public final class S3Service implements AutoCloseable {

    public static final String BUCKET = "kezek-letters";
    public static final String KEY = "kezek";
    public static final String SECRET = "a-secret-that-no-log-may-show";

    private static final Path JAR = Path.of("target", "s3-service", "s3proxy.jar");

    private final Path folder;
    private final int port = ProgramProcess.freePort();
    private Process process;

    private S3Service(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
            Files.writeString(
                    folder.resolve("s3.properties"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, KEY, SECRET, folder.resolve("objects")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = begin();
    }

    /** Starts it in this folder. */
    public static S3Service in(Path folder) {
        return new S3Service(folder);
    }

    private Process begin() {
        try {
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString(),
                            "--properties",
                            folder.resolve("s3.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output").toFile()))
                    .start();
            RunningDesk.await("the S3 service to start", this::listens, yes -> yes);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** What the program is told of it. */
    public Map<String, Object> settings() {
        return Map.of(
                "kezek.blobs.s3.endpoint", endpoint(),
                "kezek.blobs.s3.bucket", BUCKET,
                "kezek.blobs.s3.access-key", KEY,
                "kezek.blobs.s3.secret-key", SECRET);
    }

    /** The same as an environment. */
    public Map<String, String> environment() {
        return settings().entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey()
                                .toUpperCase(Locale.ROOT)
                                .replace("-", "")
                                .replace('.', '_'),
                        setting -> setting.getValue().toString()));
    }

    /** Where it keeps these bytes. */
    public Path object(BlobId id) {
        return folder.resolve("objects", BUCKET, id.hex().substring(0, 2), id.hex());
    }

    /** It is gone, and its port refuses connections. */
    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    /** It is back on its port, with all it had. */
    public void comeBack() {
        process = begin();
    }

    /** It takes connections and says nothing any more. */
    public void fallSilent() {
        signal("STOP");
    }

    /** It answers again. */
    public void speakAgain() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
