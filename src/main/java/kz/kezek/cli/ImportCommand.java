package kz.kezek.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.KezekApplication;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.OfflineCustody;
import kz.kezek.intake.archive.ArchivedLetter;
import kz.kezek.intake.archive.LetterArchive;
import kz.kezek.intake.archive.Maildir;
import kz.kezek.intake.archive.Mbox;
import kz.kezek.mail.DeliveryTrace;
import kz.kezek.storage.BlobId;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek import}: takes the letters of files into custody; begun again after a stop, it goes on and doubles nothing. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Take letters from mbox files or Maildirs into custody; can be stopped and begun again.",
        subcommands = CommandLine.HelpCommand.class,
        footer = {
            "",
            "The receipt is what the receiving server wrote on the letter (Received), else the date of the From line",
            "or of the Maildir file; never the author's Date. The running program settles what was taken."
        })
final class ImportCommand {

    private static final int MAX_SIZE = 36_700_160;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Command(name = "mbox", mixinStandardHelpOptions = true, description = "Import mbox files.")
    int mbox(
            @Mixin ConfiguredDatabase database,
            @Option(
                            names = "--flavor",
                            defaultValue = "MBOXRD",
                            description =
                                    "How From lines are quoted: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
                    Mbox.Flavor flavor,
            @Mixin Notices notices,
            @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        return run(database, notices, files, file -> Mbox.open(file, flavor, MAX_SIZE));
    }

    @Command(name = "maildir", mixinStandardHelpOptions = true, description = "Import Maildirs.")
    int maildir(
            @Mixin ConfiguredDatabase database,
            @Mixin Notices notices,
            @Parameters(paramLabel = "FOLDER", arity = "1..*") List<Path> folders) {
        return run(database, notices, folders, folder -> Maildir.open(folder, MAX_SIZE));
    }

    /** Whether the senders hear of it. */
    static final class Notices {

        @Option(
                names = "--without-notices",
                description = "For old letters that were answered elsewhere: nobody is written to because of them.")
        private boolean without;

        String door() {
            return without ? Envelope.ARCHIVE : "IMPORT";
        }
    }

    /** Opens one of the files. */
    private interface Opening {
        LetterArchive open(Path path) throws IOException;
    }

    private int run(ConfiguredDatabase database, Notices notices, List<Path> paths, Opening opening) {
        Tally tally = database.over(source -> {
            try (OfflineCustody custody = OfflineCustody.over(source, ConfiguredRules.inForce())) {
                return new Passage(custody, notices.door()).through(paths, opening);
            }
        });
        command.commandLine()
                .getOut()
                .printf(
                        "Taken into custody: %d; there already: %d; too large: %d.%n",
                        tally.taken, tally.known, tally.tooLarge);
        return 0;
    }

    /** What became of the letters so far. */
    private static final class Tally {
        private long taken;
        private long known;
        private long tooLarge;

        long all() {
            return taken + known + tooLarge;
        }
    }

    /** One run over all files. */
    private final class Passage {

        private final OfflineCustody custody;
        private final String door;
        private final Tally tally = new Tally();
        private final Map<BlobId, Integer> occurrences = new HashMap<>();

        Passage(OfflineCustody custody, String door) {
            this.custody = custody;
            this.door = door;
        }

        Tally through(List<Path> paths, Opening opening) {
            for (Path path : paths) {
                try (LetterArchive archive = opening.open(path);
                        var progress = new ProgressLine(progressWriter(), path.toString())) {
                    for (var next = archive.next(); next.isPresent(); next = archive.next()) {
                        take(path, next.get());
                        progress.show(archive.done(), archive.total(), tally.all());
                    }
                } catch (IOException e) {
                    throw new CannotProceed(stopped(String.valueOf(e.getMessage())), e);
                } catch (DataAccessException | TransactionException e) {
                    throw new CannotProceed(stopped("the database went away"), e);
                }
            }
            return tally;
        }

        private String stopped(String why) {
            return "Stopped after %d letters (%s): run the same again to go on.".formatted(tally.all(), why);
        }

        private void take(Path path, ArchivedLetter letter) {
            Instant now = KezekApplication.WORLD_CLOCK.instant();
            DeliveryTrace trace = DeliveryTrace.of(letter.raw());
            var envelope = new Envelope(
                    door,
                    letter.receivedAt(trace, now),
                    String.valueOf(path.getFileName()),
                    trace.returnPath().orElse(letter.envelopeFrom()),
                    custody.recipients(trace.deliveredTo()));
            int occurrence = occurrences.merge(BlobId.of(letter.raw()), 1, Integer::sum) - 1;
            if (letter.size() > MAX_SIZE) {
                String reason = "552 5.3.4 larger than " + MAX_SIZE + " bytes";
                custody.refuseOnce(letter.raw(), occurrence, envelope, letter.size(), reason);
                tally.tooLarge++;
            } else if (custody.takeOnce(letter.raw(), occurrence, envelope).isPresent()) {
                tally.taken++;
            } else {
                tally.known++;
            }
        }
    }

    private PrintWriter progressWriter() {
        return command.commandLine().getErr();
    }
}
