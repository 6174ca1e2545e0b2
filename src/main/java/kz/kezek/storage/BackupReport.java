package kz.kezek.storage;

/**
 * What was written to a backup or restored from one.
 *
 * @param at when the backup was taken, as an instant
 * @param schema the database's newest change
 */
public record BackupReport(int tables, long rows, String at, String schema) {

    static BackupReport of(BackupManifest manifest) {
        return new BackupReport(manifest.tables().size(), manifest.rows(), manifest.at(), manifest.schema());
    }
}
