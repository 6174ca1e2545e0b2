package kz.kezek.cli;

import java.io.IOException;
import java.nio.file.Path;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RegulationException;

/** The rules that the program with the same settings obeys: of the file that {@code KEZEK_REGULATION} names, else its own. */
final class ConfiguredRules {

    private ConfiguredRules() {}

    /** @throws CannotProceed when they cannot be read */
    static Regulation inForce() {
        String named = System.getenv().getOrDefault("KEZEK_REGULATION", "").strip();
        return named.isEmpty() ? Regulation.inForce() : read(Path.of(named));
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
