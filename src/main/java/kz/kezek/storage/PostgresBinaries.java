package kz.kezek.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this release, unpacked from the class path into a folder named by the archive's checksum:
 * a new release unpacks beside the old one and removes it.
 */
record PostgresBinaries(Path home) {

    private static final String FOLDER = "postgresql-";

    /** Unpacks into {@code folder} unless these very programs lie there already; seen by others whole or not at all. */
    static PostgresBinaries unpackedIn(DataFolder folder) {
        try {
            URL archive = archive();
            Path home = folder.resolve(FOLDER + fingerprint(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
                removeOthers(home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database's programs cannot be unpacked into %s: free at least 300 MB there, or choose another folder with --data."
                            .formatted(folder.resolve("")),
                    e);
        }
    }

    /** The command that runs one of the programs as a user PostgreSQL accepts. */
    List<String> command(String program, String... options) {
        List<String> words = new ArrayList<>(HostMachine.asOrdinaryUser());
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(List.of(options));
        return words;
    }

    private static URL archive() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "postgres-linux-" + architecture + ".txz";
        @Nullable URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "There is no embedded database for this machine (%s %s): install PostgreSQL 15 or newer and set KEZEK_DATABASE_URL."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        throw new IOException("not in a jar: " + archive);
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path growing = home.resolveSibling(home.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(growing);
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, growing);
            }
        }
        // A directory renamed before its files reached the disk would be a whole-looking ruin after a power cut.
        ChildCommand.run(List.of("sync", "--file-system", growing.toString()));
        Files.move(growing, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home) || entry.getName().endsWith(".a")) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void removeOthers(Path home) throws IOException {
        List<Path> others;
        try (Stream<Path> siblings = Files.list(home.resolveSibling(""))) {
            others = siblings.filter(path -> path.getFileName().toString().startsWith(FOLDER) && !path.equals(home))
                    .toList();
        }
        for (Path other : others) {
            FileSystemUtils.deleteRecursively(other);
        }
    }
}
