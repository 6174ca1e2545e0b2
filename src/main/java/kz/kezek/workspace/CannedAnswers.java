package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.workspace.CannedAnswer.InLanguages;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Table {@code canned_answer}. */
@Component
class CannedAnswers {

    private final JdbcClient jdbc;

    CannedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CannedAnswer> all() {
        return jdbc.sql("select * from canned_answer where removed_at is null order by name")
                .query(CannedAnswers::answer)
                .list();
    }

    Optional<CannedAnswer> find(long id) {
        return jdbc.sql("select * from canned_answer where id = ? and removed_at is null")
                .param(id)
                .query(CannedAnswers::answer)
                .optional();
    }

    /** Keeps a new text, or a known one anew; false when another one has its name. */
    boolean keep(CannedAnswer answer, Instant at) {
        String sql = answer.id() == 0 ? """
                insert into canned_answer (name, title_ru, title_kk, title_en, text_ru, text_kk, text_en, changed_at)
                values (:name, :titleRu, :titleKk, :titleEn, :textRu, :textKk, :textEn, :at)
                """ : """
                update canned_answer set name = :name, title_ru = :titleRu, title_kk = :titleKk, title_en = :titleEn,
                    text_ru = :textRu, text_kk = :textKk, text_en = :textEn, changed_at = :at
                where id = :id and removed_at is null
                """;
        StatementSpec statement = jdbc.sql(sql)
                .param("name", answer.name())
                .param("titleRu", answer.title().ru())
                .param("titleKk", answer.title().kk())
                .param("titleEn", answer.title().en())
                .param("textRu", answer.text().ru())
                .param("textKk", answer.text().kk())
                .param("textEn", answer.text().en())
                .param("at", at.atOffset(ZoneOffset.UTC));
        try {
            (answer.id() == 0 ? statement : statement.param("id", answer.id())).update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void remove(long id, Instant at) {
        jdbc.sql("update canned_answer set removed_at = ? where id = ? and removed_at is null")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static CannedAnswer answer(ResultSet row, int index) throws SQLException {
        return new CannedAnswer(
                row.getLong("id"), row.getString("name"), inLanguages(row, "title_"), inLanguages(row, "text_"));
    }

    private static InLanguages inLanguages(ResultSet row, String column) throws SQLException {
        return new InLanguages(
                row.getString(column + "ru"), row.getString(column + "kk"), row.getString(column + "en"));
    }
}
