package kz.kezek.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.identity.AgentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code letter_text_version}. */
final class TextVersions {

    private final JdbcClient jdbc;

    TextVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Shuts out every other publication, so that ids become visible in their order. */
    void hold() {
        jdbc.sql("lock table letter_text_version in share row exclusive mode").update();
    }

    void insert(TextVersion version) {
        jdbc.sql("""
                insert into letter_text_version (name, language, number, text, author_id, published_at)
                values (:name, :language, :number, :text, :author, :at)
                """)
                .param("name", version.id().name())
                .param("language", version.id().language().name())
                .param("number", version.number())
                .param("text", version.text().orElse(null))
                .param("author", version.author().value())
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The id of the newest version of all; 0 when there is none. */
    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from letter_text_version")
                .query(Long.class)
                .single();
    }

    /** Of each text that was changed the version in force. */
    List<TextVersion> inForce() {
        return jdbc.sql("""
                select distinct on (name, language) name, language, number, text, author_id, published_at
                from letter_text_version order by name, language, number desc
                """).query(TextVersions::version).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The versions of a text, newest first. */
    List<TextVersion> of(LetterTextId id) {
        return jdbc.sql("""
                        select name, language, number, text, author_id, published_at from letter_text_version
                        where name = ? and language = ? order by number desc
                        """).params(id.name(), id.language().name()).query(TextVersions::version).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing for a text that this program no longer has. */
    private static Optional<TextVersion> version(ResultSet row, int index) throws SQLException {
        Language language = Language.valueOf(row.getString("language"));
        Optional<LetterTextId> id = LetterTextId.read(row.getString("name"), language.tag());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TextVersion(
                id.get(),
                row.getInt("number"),
                Optional.ofNullable(row.getString("text")),
                new AgentId(row.getLong("author_id")),
                row.getObject("published_at", OffsetDateTime.class).toInstant()));
    }
}
