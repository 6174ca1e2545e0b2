package kz.kezek;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Debian's Postfix with configuration, queue and log of the test's own, on a free loopback port: the mail server before our
 * door, and the relay behind us. Without Postfix, or without root, the test is skipped; the system's own is left alone.
 */
final class Postfix implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private final Path folder;
    private final int port = ProgramProcess.freePort();
    private final Process process;

    private Postfix(Path folder, int door) throws Exception {
        this.folder = folder;
        prepare(door);
        this.process = new ProcessBuilder(PROGRAM.toString(), "-c", at("etc"), "start-fg")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        RunningDesk.await("Postfix to start", this::log, log -> log.contains("daemon started"));
    }

    /**
     * Starts it: mail for {@code sud.kz} goes to this port, other mail is taken and thrown away, and there is no
     * {@code nobody@example.kz}.
     */
    static Postfix before(int door, Path folder) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "Postfix is not installed: apt install postfix");
        assumeTrue(System.getProperty("user.name").equals("root"), "Postfix is tried as root only");
        return new Postfix(folder, door);
    }

    private void prepare(int door) throws Exception {
        // Its processes run under a user of their own and must get through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String part : List.of("etc", "queue", "data")) {
            Files.createDirectories(folder.resolve(part));
        }
        new ProcessBuilder("chown", "postfix", at("data")).start().waitFor();
        Files.writeString(folder.resolve("etc/main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/log
                maillog_file_prefixes = %1$s
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mx.example.kz
                mydestination =
                mynetworks = 127.0.0.0/8
                relayhost = [127.0.0.1]:%2$d
                smtputf8_enable = yes
                queue_run_delay = 1s
                minimal_backoff_time = 1s
                maximal_backoff_time = 2s
                smtpd_reject_unlisted_recipient = no
                alias_maps =
                local_recipient_maps =
                transport_maps = inline:{
                  {sud.kz = smtp:[127.0.0.1]:%2$d}, {nobody@example.kz = error:5.1.1 no such user}, {example.kz = discard:} }
                """.formatted(folder, door));
        Files.writeString(folder.resolve("etc/master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                anvil unix - - n - 1 anvil
                smtp unix - - n - - smtp
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port));
    }

    private String at(String part) {
        return folder.resolve(part).toString();
    }

    /** Where it takes letters from anybody on this machine. */
    int port() {
        return port;
    }

    /** What it says it did. */
    String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    /** Ends its master, which ends all it started. */
    @Override
    public void close() throws Exception {
        List<ProcessHandle> all = process.descendants().toList();
        long master = Long.parseLong(
                Files.readString(folder.resolve("queue/pid/master.pid")).strip());
        ProcessHandle.of(master).ifPresent(ProcessHandle::destroy);
        process.waitFor();
        for (ProcessHandle one : all) {
            one.onExit().join();
        }
    }
}
