package kz.kezek.correspondence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;

/**
 * Which text: that of a kind of letter, or what all letters share, in one language.
 *
 * @param name the name of its file without the language: {@code acceptance-notice}, {@code common}
 */
public record LetterTextId(String name, Language language) {

    static final String COMMON = "common";

    static LetterTextId of(LetterKind kind, Language language) {
        return new LetterTextId(kind.fileName(), language);
    }

    static LetterTextId common(Language language) {
        return new LetterTextId(COMMON, language);
    }

    /** Every text there is. */
    public static List<LetterTextId> all() {
        return names().flatMap(
                        name -> Arrays.stream(Language.values()).map(language -> new LetterTextId(name, language)))
                .toList();
    }

    private static Stream<String> names() {
        return Stream.concat(Arrays.stream(LetterKind.values()).map(LetterKind::fileName), Stream.of(COMMON));
    }

    /** The text of this name and language tag, if there is one. */
    public static Optional<LetterTextId> read(String name, String tag) {
        return all().stream()
                .filter(id -> id.name().equals(name) && id.language().tag().equals(tag))
                .findFirst();
    }

    /** The kind of letter it is for; empty for what all letters share. */
    public Optional<LetterKind> kind() {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.fileName().equals(name))
                .findFirst();
    }

    /** The occasions that show it. */
    public List<LetterSample> samples() {
        return kind().map(kind -> LetterSample.of(kind).toList())
                .orElseGet(() -> List.of(LetterSample.ACCEPTED, LetterSample.ANSWER));
    }

    /** The text that comes with the program. */
    public String shipped() {
        return LetterResource.text(file());
    }

    String file() {
        return this + ".mustache";
    }

    @Override
    public String toString() {
        return name + "." + language.tag();
    }
}
