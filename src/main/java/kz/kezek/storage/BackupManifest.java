package kz.kezek.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds, a line each: {@code kezek-backup 1}, {@code schema VERSION}, {@code at INSTANT}, then
 * {@code table NAME ROWS SHA256 COLUMN,COLUMN}, {@code sequence NAME VALUE} and, when bytes are in a bucket, {@code
 * in-bucket CONTENTS}; the last line is the hash of all before it.
 *
 * @param schema the database's newest change
 * @param tables in an order in which they can be filled
 * @param sequences the last number each has given
 * @param inBucket how many contents are in the bucket, and so not in the backup
 */
record BackupManifest(String schema, String at, List<Table> tables, Map<String, Long> sequences, long inBucket) {

    static final String FILE = "manifest.txt";

    private static final String FIRST = "kezek-backup 1";

    /** A table in the backup: its rows, and the SHA-256 of its file. */
    record Table(String name, long rows, String sha256, List<String> columns) {
        String file() {
            return name + ".copy.gz";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST)
                .append("\nschema ")
                .append(schema)
                .append("\nat ")
                .append(at)
                .append('\n');
        for (Table table : tables) {
            text.append("table %s %d %s %s%n"
                    .formatted(table.name(), table.rows(), table.sha256(), String.join(",", table.columns())));
        }
        sequences.forEach((name, value) -> text.append("sequence %s %d%n".formatted(name, value)));
        if (inBucket > 0) {
            text.append("in-bucket %d%n".formatted(inBucket));
        }
        return text + "sum " + Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /**
     * Reads the manifest in a folder.
     *
     * @throws DamagedBackup when there is none, or it was changed
     */
    static BackupManifest read(Path folder) {
        try {
            String text = Files.readString(folder.resolve(FILE));
            int sum = text.lastIndexOf("sum ");
            if (!text.startsWith(FIRST + "\n") || sum < 0) {
                throw new DamagedBackup("%s is not a backup of this Kezek".formatted(folder));
            }
            String body = text.substring(0, sum);
            if (!text.substring(sum + 4).strip().equals(Sha256.of(body.getBytes(StandardCharsets.UTF_8)))) {
                throw new DamagedBackup("The backup in %s is damaged: its manifest was changed".formatted(folder));
            }
            return parse(body.lines().toList());
        } catch (IOException e) {
            throw new DamagedBackup("There is no whole backup in %s: %s cannot be read".formatted(folder, FILE));
        }
    }

    private static BackupManifest parse(List<String> lines) {
        List<Table> tables = new ArrayList<>();
        Map<String, Long> sequences = new LinkedHashMap<>();
        String schema = "";
        String at = "";
        long inBucket = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "schema" -> schema = words[1];
                case "at" -> at = words[1];
                case "table" ->
                    tables.add(new Table(words[1], Long.parseLong(words[2]), words[3], List.of(words[4].split(","))));
                case "sequence" -> sequences.put(words[1], Long.parseLong(words[2]));
                case "in-bucket" -> inBucket = Long.parseLong(words[1]);
                default -> throw new DamagedBackup("The backup has a line that this Kezek does not know: " + words[0]);
            }
        }
        return new BackupManifest(schema, at, List.copyOf(tables), sequences, inBucket);
    }
}
