package kz.kezek.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RegulationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rules that the program with the same settings obeys: of the file that {@code KEZEK_REGULATION} names, else its own. */
final class ConfiguredRules {

    @Option(
            names = "--regulation",
            paramLabel = "FILE",
            description = "The file of the rules in force. Default: $$KEZEK_REGULATION, or the rules of the program.")
    private @Nullable Path file;

    /** @throws CannotProceed when they cannot be read */
    Regulation inForce() {
        String named = System.getenv().getOrDefault("KEZEK_REGULATION", "").strip();
        return Optional.ofNullable(file)
                .or(() -> named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named)))
                .map(ConfiguredRules::read)
                .orElseGet(Regulation::inForce);
    }

    /** @throws CannotProceed when the file cannot be read, or is not rules */
    static Regulation read(Path file) {
        try {
            return Regulation.read(file);
        } catch (RegulationException e) {
            throw new CannotProceed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CannotProceed("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
