package kz.kezek.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored instructions: found by address, by known problem and by what people write; published in versions that are never
 * changed; counted when agents send them and when readers say whether they helped.
 */
@Component
public class Instructions {

    private static final String STREAM = "instructions";

    private final InstructionRows rows;
    private final Journal journal;
    private final KnownProblems problems = KnownProblems.bundled();

    Instructions(JdbcClient jdbc, Journal journal) {
        this.rows = new InstructionRows(jdbc);
        this.journal = journal;
    }

    /**
     * What is to be published.
     *
     * @param slug the name in addresses, such as {@code ncalayer-is-not-running}; small Latin letters, digits and hyphens
     * @param category the group; of a known instruction it does not change
     */
    public record Draft(String slug, String category, LocalDate reviewOn, InstructionTexts texts) {}

    /** What became of a draft. */
    public enum Publication {
        PUBLISHED,
        NOT_A_SLUG,
        INCOMPLETE
    }

    /** All that are not withdrawn, by category and slug. */
    public List<Instruction> all() {
        return rows.all().stream().filter(each -> !each.withdrawn()).toList();
    }

    /** All, those withdrawn too. */
    public List<Instruction> everything() {
        return rows.all();
    }

    /** The newest version of this slug, withdrawn or not. */
    public Optional<Instruction> find(String slug) {
        return rows.find(slug);
    }

    /** The instruction for a known problem, unless it is withdrawn. */
    public Optional<Instruction> forProblem(String problemId) {
        return rows.forProblem(problemId).filter(each -> !each.withdrawn());
    }

    /**
     * The instructions that this text is likely about, the likeliest first, at most so many: those of the problems recognized
     * in it, then those that share words with it in this language. None when nothing fits.
     */
    public List<Instruction> about(String text, Language language, int most) {
        List<String> recognized =
                problems.recognize(text).stream().map(KnownProblem::id).toList();
        return InstructionSearch.of(text, language, recognized).in(all()).stream()
                .limit(most)
                .toList();
    }

    /** All versions of this slug, the newest first. */
    public List<Instruction> versions(String slug) {
        return rows.versions(slug);
    }

    /** Publishes a new instruction, or a new version of a known one, and says so in the journal. */
    @Transactional
    public Publication publish(Draft draft, Actor actor, Instant at) {
        if (draft.slug().length() > 80 || !draft.slug().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return Publication.NOT_A_SLUG;
        }
        if (!draft.texts().areComplete()) {
            return Publication.INCOMPLETE;
        }
        rows.insert(draft.slug(), Optional.empty(), draft.category(), draft.reviewOn());
        long id = rows.lock(draft.slug()).orElseThrow();
        rows.insertVersion(id, draft.texts(), actor.code(), at);
        rows.review(id, draft.reviewOn());
        journal.record(Act.of(STREAM, "instruction.published", draft.slug()), actor, at);
        return Publication.PUBLISHED;
    }

    /** Somebody has read it and found it right: to be read again on this day. */
    @Transactional
    public void reviewed(String slug, LocalDate nextOn, Actor actor, Instant at) {
        rows.lock(slug).ifPresent(id -> {
            rows.review(id, nextOn);
            journal.record(Act.of(STREAM, "instruction.reviewed", slug).with("next", nextOn.toString()), actor, at);
        });
    }

    /** No longer shown and no longer found; its versions and its page's address are kept. */
    @Transactional
    public void withdraw(String slug, Actor actor, Instant at) {
        rows.lock(slug).ifPresent(id -> {
            rows.withdraw(id, Optional.of(at));
            journal.record(Act.of(STREAM, "instruction.withdrawn", slug), actor, at);
        });
    }

    /** Shown again. */
    @Transactional
    public void restore(String slug, Actor actor, Instant at) {
        rows.lock(slug).ifPresent(id -> {
            rows.withdraw(id, Optional.empty());
            journal.record(Act.of(STREAM, "instruction.restored", slug), actor, at);
        });
    }

    /** An agent has sent it to an applicant. */
    @Transactional
    public void sent(String slug) {
        rows.sent(slug);
    }

    /**
     * A reader says whether it helped. Who says so again changes the answer and is not counted twice.
     *
     * @param visitor 32 bytes that are the same for the same reader and tell nobody who it is
     */
    @Transactional
    public void vote(String slug, byte[] visitor, boolean helped, Instant at) {
        rows.vote(slug, visitor, helped, at);
    }

    /** Keeps the instruction of a known problem once; a text that people have changed since is left as it is. */
    @Transactional
    boolean seed(Draft draft, String problemId, Instant at) {
        Optional<Long> fresh = rows.insert(draft.slug(), Optional.of(problemId), draft.category(), draft.reviewOn());
        fresh.ifPresent(id -> rows.insertVersion(id, draft.texts(), new Actor.SystemActor("knowledge").code(), at));
        return fresh.isPresent();
    }
}
