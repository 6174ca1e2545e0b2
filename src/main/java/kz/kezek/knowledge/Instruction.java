package kz.kezek.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What people can do by themselves about one problem, in its newest version.
 *
 * @param slug its name in addresses; never changes
 * @param problemId the known problem it helps with, such as {@code NCA-01}
 * @param category the group it belongs to: {@code ncalayer}, {@code eds}, …
 * @param version its number, from 1
 * @param publishedBy the code of who published this version
 * @param reviewOn the day by which somebody should read it again
 * @param withdrawn whether it is kept but no longer shown
 */
public record Instruction(
        String slug,
        Optional<String> problemId,
        String category,
        int version,
        Instant publishedAt,
        String publishedBy,
        LocalDate reviewOn,
        boolean withdrawn,
        InstructionTexts texts,
        Usage usage) {

    /** How often it was used: sent by agents, and how many visitors say that it helped or did not. */
    public record Usage(long sent, long helped, long notHelped) {}

    /** The text for a reader of this language. */
    public InstructionText in(Language language) {
        return texts.in(language);
    }

    /** Its public page, below the service's own address. */
    public String path() {
        return "/help/" + slug;
    }

    /** Whether the day of its review has come. */
    public boolean isDueForReview(LocalDate today) {
        return !reviewOn.isAfter(today);
    }
}
