package kz.kezek.storage;

/**
 * What was written to a backup or restored from one.
 *
 * @param at when the backup was taken, as an instant
 * @param schema the database's newest change
 * @param inBucket how many contents are in the bucket, and so not in the backup
 */
public record BackupReport(int tables, long rows, String at, String schema, long inBucket) {

    static BackupReport of(BackupManifest manifest) {
        return new BackupReport(
                manifest.tables().size(), manifest.rows(), manifest.at(), manifest.schema(), manifest.inBucket());
    }
}
