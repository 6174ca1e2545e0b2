package kz.kezek.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.ComposedLetter;
import kz.kezek.correspondence.LetterGallery;
import kz.kezek.correspondence.LetterSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek letters gallery DIR}: every letter with made-up data, to be looked at. */
@Command(name = "letters", mixinStandardHelpOptions = true, description = "Look at the letters that applicants get.")
final class LettersCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the letters: gallery DIR");
    }

    @Command(
            name = "gallery",
            mixinStandardHelpOptions = true,
            description = "Write every letter in every language into a folder: as HTML, plain text and message.")
    int gallery(@Parameters(paramLabel = "DIR") Path folder) {
        LetterGallery letters = LetterGallery.of(ConfiguredRules.inForce());
        int count = 0;
        try {
            Files.createDirectories(folder);
            for (LetterSample sample : LetterSample.values()) {
                for (Language language : Language.values()) {
                    write(folder, sample, letters, language);
                    count++;
                }
                write(folder, sample, letters, Language.KK, Language.RU);
                count++;
            }
        } catch (IOException e) {
            throw new CannotProceed("%s cannot be written: %s.".formatted(folder, e.getMessage()), e);
        }
        spec.commandLine().getOut().println(count + " letters in " + folder + ", each as .html, .txt and .eml.");
        return 0;
    }

    private static void write(Path folder, LetterSample sample, LetterGallery letters, Language... languages)
            throws IOException {
        String name = sample.word()
                + Arrays.stream(languages).map(language -> "." + language.tag()).collect(Collectors.joining());
        ComposedLetter letter = letters.letter(sample, languages);
        Files.writeString(folder.resolve(name + ".html"), letter.html());
        Files.writeString(folder.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());
        Files.write(folder.resolve(name + ".eml"), letter.mime());
    }
}
