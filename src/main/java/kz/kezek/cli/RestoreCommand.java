package kz.kezek.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.kezek.intake.LedgerBalance;
import kz.kezek.intake.LedgerCheck;
import kz.kezek.storage.Backup;
import kz.kezek.storage.BackupReport;
import kz.kezek.storage.BucketGate;
import kz.kezek.storage.DamagedBackup;
import kz.kezek.storage.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek restore DIR}: a backup into an empty database, checked before and after. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Fill an empty database from a backup: a fresh --data folder, or an empty KEZEK_DATABASE_URL.")
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfiguredDatabase database = new ConfiguredDatabase();

    @Parameters(paramLabel = "DIR", description = "What kezek backup wrote.")
    private Path folder = Path.of("");

    @Option(names = "--verify", description = "Only check the backup; restore nothing.")
    private boolean verifyOnly;

    @Override
    public Integer call() {
        try {
            BackupReport found = Backup.verify(folder);
            return verifyOnly ? say(found, "whole, nothing was restored") : restore(found);
        } catch (DamagedBackup e) {
            throw new CannotProceed(e.getMessage() + ".");
        }
    }

    private int restore(BackupReport found) {
        if (database.exists()) {
            throw new CannotProceed("There is a database in this folder already: restore into another with --data.");
        }
        if (found.inBucket() > 0 && !BucketGate.isNamed()) {
            throw new CannotProceed(
                    "%d contents of this backup are in a bucket: set KEZEK_BLOBS_S3_ENDPOINT and the settings beside it to that bucket, or to a copy of it, first."
                            .formatted(found.inBucket()));
        }
        BackupReport report = database.bare(source -> Restore.into(source, folder));
        LedgerBalance balance = database.over(source -> LedgerCheck.over(source).balance(true));
        say(
                report,
                "restored; letters %d, differences in the ledger %d"
                        .formatted(balance.letters(), balance.differences().size()));
        return balance.balances() ? 0 : 1;
    }

    private int say(BackupReport report, String what) {
        spec.commandLine()
                .getOut()
                .printf(
                        "Backup of %s, %d tables, %d rows%s: %s.%n",
                        report.at(),
                        report.tables(),
                        report.rows(),
                        report.inBucket() == 0
                                ? ""
                                : ", without %d contents in the bucket".formatted(report.inBucket()),
                        what);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
