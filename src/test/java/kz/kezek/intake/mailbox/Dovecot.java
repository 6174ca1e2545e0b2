package kz.kezek.intake.mailbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.kezek.RunningDesk;
import kz.kezek.intake.smtp.SelfSigned;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Dovecot on free loopback ports with one Maildir, a process of the test's own; without Dovecot the test is
 * skipped. It also listens at 127.0.0.2, which no certificate names.
 */
public final class Dovecot implements AutoCloseable {

    /** What its only user signs in with. */
    public static final String PASSWORD = "secret";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Path folder;
    private final int imap = freePort();
    private final int pop3 = freePort();
    private final int imaps = freePort();
    private final int pop3s = freePort();
    private final Optional<SelfSigned> identity;
    private final Optional<URI> tokenInfo;
    private final AtomicInteger delivered = new AtomicInteger();
    private @Nullable Process process;

    private Dovecot(Path folder, Optional<SelfSigned> identity, Optional<URI> tokenInfo) throws IOException {
        this.folder = folder;
        this.identity = identity;
        this.tokenInfo = tokenInfo;
    }

    public static Dovecot in(Path folder) throws Exception {
        return in(folder, Optional.empty(), Optional.empty());
    }

    /**
     * The same over TLS and with XOAUTH2.
     *
     * @param identity its certificate; without one it knows no TLS
     * @param tokenInfo where it asks whose an access token is, which it appends
     */
    static Dovecot in(Path folder, Optional<SelfSigned> identity, Optional<URI> tokenInfo) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "Dovecot is not installed: apt install dovecot-imapd dovecot-pop3d");
        assumeTrue(System.getProperty("user.name").equals("root"), "Dovecot is tried as root only");
        var dovecot = new Dovecot(folder, identity, tokenInfo);
        dovecot.prepare();
        dovecot.start();
        return dovecot;
    }

    private void prepare() throws Exception {
        for (String part : List.of(
                "run", "state", "mail/office/Maildir/new", "mail/office/Maildir/cur", "mail/office/Maildir/tmp")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                protocols = imap pop3
                listen = 127.0.0.1 127.0.0.2
                %4$s
                disable_plaintext_auth = no
                mail_location = maildir:~/Maildir
                %5$s
                passdb {
                  driver = static
                  args = password=%8$s
                  mechanisms = plain login
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s/mail/%%u
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = %6$d
                    ssl = yes
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = %3$d
                  }
                  inet_listener pop3s {
                    port = %7$d
                    ssl = yes
                  }
                }
                """.formatted(
                        folder,
                        imap,
                        pop3,
                        tls(),
                        signIn(),
                        identity.isPresent() ? imaps : 0,
                        identity.isPresent() ? pop3s : 0,
                        PASSWORD));
        ownedByMail();
    }

    private String tls() {
        return identity.map(
                        files -> "ssl = yes\nssl_cert = <%s\nssl_key = <%s".formatted(files.certificate(), files.key()))
                .orElse("ssl = no");
    }

    private String signIn() throws IOException {
        if (tokenInfo.isEmpty()) {
            return "auth_mechanisms = plain login";
        }
        Path oauth = Files.writeString(folder.resolve("oauth2.conf"), """
                tokeninfo_url = %s
                username_attribute = user
                """.formatted(tokenInfo.get()));
        return """
                auth_mechanisms = plain login xoauth2
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %s
                }
                """.formatted(oauth);
    }

    private void ownedByMail() throws Exception {
        new ProcessBuilder(
                        "chown", "-R", "nobody:nogroup", folder.resolve("mail").toString())
                .start()
                .waitFor();
    }

    public void start() throws Exception {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        RunningDesk.await("Dovecot to listen", () -> listens(imap) && listens(pop3), yes -> yes);
    }

    /** Ends it and all that belongs to it. */
    public void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            List<ProcessHandle> children = running.descendants().toList();
            running.destroy();
            running.waitFor();
            for (ProcessHandle child : children) {
                child.onExit().join();
            }
            process = null;
        }
    }

    /** Puts a letter into the maildrop, running or not, received at this instant. */
    public Path deliver(byte[] letter, Instant at) throws Exception {
        String name = "%d.M%dP1.test".formatted(at.getEpochSecond(), delivered.incrementAndGet());
        Path maildir = folder.resolve("mail/office/Maildir");
        Path written = Files.write(maildir.resolve("tmp").resolve(name), letter);
        Files.setLastModifiedTime(written, FileTime.from(at));
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
        new ProcessBuilder("chown", "nobody:nogroup", written.toString())
                .start()
                .waitFor();
        return Files.move(written, maildir.resolve("new").resolve(name));
    }

    /** Forgets all UIDs, as after a restore: UIDVALIDITY is another then. */
    void forgetUids() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("mail/office/Maildir"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** How many letters lie in a folder of the mailbox; {@code ""} for the inbox. */
    long letters(String subfolder) throws IOException {
        long count = 0;
        for (String part : List.of("new", "cur")) {
            Path path = folder.resolve("mail/office/Maildir" + subfolder).resolve(part);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    count += files.count();
                }
            }
        }
        return count;
    }

    /** The settings of a door to it. */
    Map<String, Object> settings(int index, MailboxSettings.Protocol protocol, MailboxSettings.After after) {
        String prefix = "kezek.intake.mailboxes[" + index + "].";
        return Map.of(
                prefix + "name",
                protocol.name().toLowerCase(java.util.Locale.ROOT),
                prefix + "protocol",
                protocol,
                prefix + "host",
                "127.0.0.1",
                prefix + "port",
                port(protocol, MailboxSettings.Tls.NONE),
                prefix + "tls",
                "NONE",
                prefix + "user",
                "office",
                prefix + "password",
                PASSWORD,
                prefix + "after",
                after,
                prefix + "poll",
                "500ms");
    }

    /** The port of its IMAP door, for user {@code office} with {@link #PASSWORD}. */
    public int imap() {
        return imap;
    }

    int port(MailboxSettings.Protocol protocol, MailboxSettings.Tls tls) {
        boolean implicit = tls == MailboxSettings.Tls.IMPLICIT;
        return switch (protocol) {
            case IMAP -> implicit ? imaps : imap;
            case POP3 -> implicit ? pop3s : pop3;
        };
    }

    String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
