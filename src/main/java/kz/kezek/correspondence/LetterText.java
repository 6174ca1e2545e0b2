package kz.kezek.correspondence;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What a letter says: one version, or two in one letter (Kazakh and Russian) when the language is not known (A31).
 *
 * @param versions in the order they are read; all of one kind and about one ticket
 * @param statusUrls the applicant's personal page by its language; a language without one gets no button
 * @param attachments files sent along
 */
public record LetterText(
        List<LetterVersion> versions, Map<Language, URI> statusUrls, List<LetterAttachment> attachments) {

    public LetterText {
        versions = List.copyOf(versions);
        statusUrls = Map.copyOf(statusUrls);
        attachments = List.copyOf(attachments);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A letter is written in at least one language");
        }
        LetterContent first = versions.getFirst().content();
        for (LetterVersion version : versions) {
            if (version.content().kind() != first.kind()
                    || !version.content().ticket().equals(first.ticket())) {
                throw new IllegalArgumentException("Versions of one letter differ: " + first.kind() + " of "
                        + first.ticket() + ", " + version.content().kind() + " of "
                        + version.content().ticket());
            }
        }
    }

    /** A letter in one language, without links and attachments. */
    public static LetterText in(Language language, LetterContent content) {
        return new LetterText(List.of(new LetterVersion(language, content)), Map.of(), List.of());
    }

    /** The same with links to the applicant's own page. */
    LetterText leadingTo(Map<Language, URI> pages) {
        return new LetterText(versions, pages, attachments);
    }

    /** The same with these files. */
    LetterText carrying(List<LetterAttachment> files) {
        return new LetterText(versions, statusUrls, files);
    }

    public LetterKind kind() {
        return versions.getFirst().content().kind();
    }

    public Optional<String> ticket() {
        return versions.getFirst().content().ticket();
    }

    public List<Language> languages() {
        return versions.stream().map(LetterVersion::language).toList();
    }
}
