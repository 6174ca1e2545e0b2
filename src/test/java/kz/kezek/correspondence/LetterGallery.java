package kz.kezek.correspondence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kz.kezek.applicant.Language;

/** Writes every sample letter into a folder, as HTML, plain text and message, to be looked at. */
final class LetterGallery {

    private LetterGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (LetterKind kind : LetterKind.values()) {
            for (Language language : Language.values()) {
                write(folder, kind, language);
            }
            write(folder, kind, Language.KK, Language.RU);
        }
    }

    private static void write(Path folder, LetterKind kind, Language... languages) throws IOException {
        StringBuilder name =
                new StringBuilder(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (Language language : languages) {
            name.append('.').append(language.tag());
        }
        ComposedLetter letter = SampleLetters.compose(SampleLetters.letter(kind, languages));
        Files.writeString(folder.resolve(name + ".html"), letter.html());
        Files.writeString(folder.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());
        Files.write(folder.resolve(name + ".eml"), letter.mime());
    }
}
