package kz.kezek.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.storage.DatabaseServer;
import kz.kezek.storage.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A PostgreSQL as an administrator would set it up beside Kezek: a database {@code kezek} with its owner, reachable from other
 * hosts, with standbys. The programs are those of the embedded database.
 */
final class PostgresServer implements AutoCloseable {

    private static final String PASSWORD = "of-the-fault-campaign";
    private static final String ADMINISTRATOR = "postgres";
    private static final String KEZEK = "kezek";
    private static final Duration TO_BE_READY = Duration.ofMinutes(2);

    private final Path programs;
    private final Path folder;
    private final String address;
    private final int port = ProgramProcess.freePort();
    private @Nullable Process postmaster;

    private PostgresServer(Path programs, Path folder, String address) {
        this.programs = programs;
        this.folder = folder;
        this.address = address;
    }

    /** A new one, which listens there and on loopback. */
    static PostgresServer start(Path folder, String address) throws IOException {
        var server = new PostgresServer(programs(folder.resolve("programs")), folder.resolve("primary"), address);
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        server.run(
                "initdb",
                "--pgdata=" + server.folder,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--builtin-locale=C.UTF-8");
        Files.writeString(
                server.folder.resolve("pg_hba.conf"),
                "host all all 198.18.0.0/15 scram-sha-256\n",
                StandardOpenOption.APPEND);
        server.start();
        JdbcClient admin = JdbcClient.create(server.source(ADMINISTRATOR, ADMINISTRATOR));
        admin.sql("create role kezek login createdb password '" + PASSWORD + "'")
                .update();
        admin.sql("create database kezek owner kezek").update();
        return server;
    }

    private static Path programs(Path folder) throws IOException {
        EmbeddedPostgres.start(folder).close();
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().startsWith("postgresql-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    /** Returns when it can be asked. */
    private void start() throws IOException {
        List<String> words = new ArrayList<>(asOrdinaryUser());
        words.addAll(List.of(
                "setpriv", "--pdeathsig", "INT", programs.resolve("postgres").toString()));
        words.addAll(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        words.addAll(List.of("-c", "listen_addresses=" + (address.equals("127.0.0.1") ? "" : "127.0.0.1,") + address));
        words.addAll(List.of("-c", "unix_socket_directories=", "-c", "timezone=UTC", "-c", "max_connections=120"));
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process started = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        postmaster = started;
        RunningDesk.await(
                TO_BE_READY, "a database in " + folder, () -> answers() || !started.isAlive(), ended -> ended);
        if (!started.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private boolean answers() {
        try {
            source(ADMINISTRATOR, ADMINISTRATOR).getConnection().close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * A standby of this one, which follows it from now on; made by the low-level backup of PostgreSQL's manual.
     *
     * @param through the port on loopback by which it finds the primary
     */
    PostgresServer standby(String name, int through) throws IOException {
        var standby = new PostgresServer(programs, folder.resolveSibling(name), address);
        var session = new SingleConnectionDataSource(
                source(ADMINISTRATOR, ADMINISTRATOR).getUrl(), ADMINISTRATOR, PASSWORD, true);
        try {
            JdbcClient jdbc = JdbcClient.create(session);
            jdbc.sql("select pg_create_physical_replication_slot(?, true)")
                    .param(name)
                    .query()
                    .singleRow();
            jdbc.sql("select pg_backup_start(?, true)").param(name).query().singleRow();
            Files.walkFileTree(folder, new Copying(folder, standby.folder));
            String label = jdbc.sql("select labelfile from pg_backup_stop(false)")
                    .query(String.class)
                    .single();
            Files.writeString(standby.folder.resolve("backup_label"), label);
        } finally {
            session.destroy();
        }
        Files.createFile(standby.folder.resolve("standby.signal"));
        Files.writeString(
                standby.folder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=%s'%nprimary_slot_name = '%s'%n"
                        .formatted(through, ADMINISTRATOR, PASSWORD, name, name));
        standby.start();
        return standby;
    }

    /** From now on no commit is acknowledged before this standby has it on its disk. */
    void waitFor(String standby) {
        JdbcClient admin = JdbcClient.create(administrator());
        admin.sql("alter system set synchronous_standby_names = '" + standby + "'")
                .update();
        admin.sql("select pg_reload_conf()").query().singleRow();
        RunningDesk.await(
                "a synchronous standby",
                () -> admin.sql("select count(*) from pg_stat_replication where sync_state = 'sync'")
                        .query(Integer.class)
                        .single(),
                synchronous -> synchronous == 1);
    }

    /** The standby becomes the primary; returns when it takes changes. */
    void promote() {
        JdbcClient.create(administrator()).sql("select pg_promote()").query().singleRow();
    }

    int port() {
        return port;
    }

    /** The address for the driver, as seen by somebody who reaches this server under this one. */
    String url(String host) {
        return url(host, port);
    }

    static String url(String host, int port) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + KEZEK;
    }

    /** The address by which the driver finds whichever of the two is the primary, over loopback. */
    static String url(PostgresServer one, PostgresServer other) {
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
                .formatted(one.port, other.port, KEZEK);
    }

    /** As Kezek signs in over loopback. */
    DatabaseServer asKezek() {
        return DatabaseServer.external(url("127.0.0.1"), KEZEK, PASSWORD);
    }

    /** As the administrator signs in, to Kezek's database. */
    DataSource administrator() {
        return source(KEZEK, ADMINISTRATOR);
    }

    private PGSimpleDataSource source(String database, String user) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(PASSWORD);
        return source;
    }

    /** As {@code kill -9} of the postmaster: its children notice and end. */
    void kill() {
        end(Process::destroyForcibly);
    }

    @Override
    public void close() {
        // SIGINT is a fast shutdown; SIGTERM would wait for those who are connected.
        end(process -> DatabaseUnderFault.signal("INT", List.of(process.toHandle())));
    }

    private void end(Consumer<Process> way) {
        Process process = postmaster;
        if (process != null) {
            way.accept(process);
            process.onExit().join();
        }
    }

    private void run(String program, String... options) {
        List<String> words = new ArrayList<>(asOrdinaryUser());
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL refuses root; in a user namespace without a mapping it is nobody, while the files stay its own. */
    private static List<String> asOrdinaryUser() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "--user") : List.of();
    }

    /** The folder of a server that goes on, without its log and its slots, which are its own business. */
    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Path name = from.relativize(folder);
            if (name.startsWith("pg_replslot") && name.getNameCount() > 1) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectory(
                    to.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path name = from.relativize(file);
            if (!name.startsWith("pg_wal") && !name.startsWith("postmaster.pid")) {
                Files.copy(file, to.resolve(name));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
