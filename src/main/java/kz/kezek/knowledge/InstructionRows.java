package kz.kezek.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code instruction}, {@code instruction_version} and {@code instruction_vote}. */
final class InstructionRows {

    private static final String VERSIONS = """
            select i.*, v.*,
                   (select count(*) from instruction_vote o where o.instruction_id = i.id and o.helped) as helped,
                   (select count(*) from instruction_vote o where o.instruction_id = i.id and not o.helped) as not_helped
            from instruction i join instruction_version v on v.instruction_id = i.id
            """;
    private static final String NEWEST = VERSIONS + """
            where v.number = (select max(n.number) from instruction_version n where n.instruction_id = i.id)
            """;

    private final JdbcClient jdbc;

    InstructionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of each, by category and slug. */
    List<Instruction> all() {
        return jdbc.sql(NEWEST + " order by i.category, i.slug")
                .query(InstructionRows::instruction)
                .list();
    }

    Optional<Instruction> find(String slug) {
        return jdbc.sql(NEWEST + " and i.slug = :slug")
                .param("slug", slug)
                .query(InstructionRows::instruction)
                .optional();
    }

    Optional<Instruction> forProblem(String problemId) {
        return jdbc.sql(NEWEST + " and i.problem_id = :problem")
                .param("problem", problemId)
                .query(InstructionRows::instruction)
                .optional();
    }

    /** All versions, the newest first. */
    List<Instruction> versions(String slug) {
        return jdbc.sql(VERSIONS + " where i.slug = :slug order by v.number desc")
                .param("slug", slug)
                .query(InstructionRows::instruction)
                .list();
    }

    /** Makes an instruction without a text; nothing when there is one of this slug or for this problem. */
    Optional<Long> insert(String slug, Optional<String> problemId, String category, LocalDate reviewOn) {
        return jdbc.sql("""
                        insert into instruction (slug, problem_id, category, review_on)
                        values (:slug, :problem, :category, :review) on conflict do nothing returning id
                        """)
                .param("slug", slug)
                .param("problem", problemId.orElse(null))
                .param("category", category)
                .param("review", reviewOn)
                .query(Long.class)
                .optional();
    }

    /** Locks the instruction until the end of the transaction. */
    Optional<Long> lock(String slug) {
        return jdbc.sql("select id from instruction where slug = :slug for update")
                .param("slug", slug)
                .query(Long.class)
                .optional();
    }

    void insertVersion(long id, InstructionTexts texts, String by, Instant at) {
        jdbc.sql("""
                        insert into instruction_version (instruction_id, number, published_at, published_by,
                            title_ru, title_kk, title_en, steps_ru, steps_kk, steps_en)
                        select :id, coalesce(max(number), 0) + 1, :at, :by,
                            :titleRu, :titleKk, :titleEn, :stepsRu, :stepsKk, :stepsEn
                        from instruction_version where instruction_id = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("titleRu", texts.ru().title())
                .param("titleKk", texts.kk().title())
                .param("titleEn", texts.en().title())
                .param("stepsRu", texts.ru().lines())
                .param("stepsKk", texts.kk().lines())
                .param("stepsEn", texts.en().lines())
                .update();
    }

    void review(long id, LocalDate reviewOn) {
        jdbc.sql("update instruction set review_on = :review where id = :id")
                .param("review", reviewOn)
                .param("id", id)
                .update();
    }

    void withdraw(long id, Optional<Instant> at) {
        jdbc.sql("update instruction set withdrawn_at = :at where id = :id")
                .param("at", at.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("id", id)
                .update();
    }

    void sent(String slug) {
        jdbc.sql("update instruction set times_sent = times_sent + 1 where slug = :slug")
                .param("slug", slug)
                .update();
    }

    /** One vote for each visitor: the last. */
    void vote(String slug, byte[] visitor, boolean helped, Instant at) {
        jdbc.sql("""
                        insert into instruction_vote (instruction_id, visitor, helped, voted_at)
                        select id, :visitor, :helped, :at from instruction where slug = :slug
                        on conflict (instruction_id, visitor) do update set helped = :helped, voted_at = :at
                        """)
                .param("slug", slug)
                .param("visitor", visitor)
                .param("helped", helped)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Instruction instruction(ResultSet row, int index) throws SQLException {
        return new Instruction(
                row.getString("slug"),
                Optional.ofNullable(row.getString("problem_id")),
                row.getString("category"),
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getObject("review_on", LocalDate.class),
                row.getObject("withdrawn_at") != null,
                new InstructionTexts(text(row, "ru"), text(row, "kk"), text(row, "en")),
                new Instruction.Usage(row.getLong("times_sent"), row.getLong("helped"), row.getLong("not_helped")));
    }

    private static InstructionText text(ResultSet row, String language) throws SQLException {
        return InstructionText.of(row.getString("title_" + language), row.getString("steps_" + language));
    }
}
