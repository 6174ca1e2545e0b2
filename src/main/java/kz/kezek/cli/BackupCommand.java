package kz.kezek.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.kezek.KezekApplication;
import kz.kezek.storage.Backup;
import kz.kezek.storage.BackupReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek backup DIR}: everything the database keeps, as of one moment, while the program runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write everything into a new folder, beside the running program or without it.")
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfiguredDatabase database = new ConfiguredDatabase();

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        BackupReport report =
                database.over(source -> Backup.write(source, folder, KezekApplication.WORLD_CLOCK.instant()));
        spec.commandLine()
                .getOut()
                .printf(
                        "Backup of %s in %s: %d tables, %d rows. It holds letters and secrets: keep it where only you can read it.%n",
                        report.at(), folder.toAbsolutePath(), report.tables(), report.rows());
        if (report.inBucket() > 0) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Not in it: %d contents of letters and files in the bucket. Back the bucket up after this, by its own means.%n",
                            report.inBucket());
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
