package kz.kezek.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code api_token}. */
final class ApiTokens {

    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when an active token has this name. */
    Optional<ApiToken> insert(String name, Role role, byte[] hash, Instant at) {
        return jdbc.sql("""
                        insert into api_token (name, role, hash, created_at)
                        values (:name, :role, :hash, :at)
                        on conflict (name) where revoked_at is null do nothing
                        returning *""")
                .param("name", name)
                .param("role", role.name())
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(ApiTokens::token)
                .optional();
    }

    Optional<ApiToken> active(byte[] hash) {
        return jdbc.sql("select * from api_token where hash = :hash and revoked_at is null")
                .param("hash", hash)
                .query(ApiTokens::token)
                .optional();
    }

    Optional<ApiToken> activeNamed(String name) {
        return jdbc.sql("select * from api_token where name = :name and revoked_at is null for update")
                .param("name", name)
                .query(ApiTokens::token)
                .optional();
    }

    List<ApiToken> all() {
        return jdbc.sql("select * from api_token order by id")
                .query(ApiTokens::token)
                .list();
    }

    void revoke(ApiToken token, Instant at) {
        jdbc.sql("update api_token set revoked_at = :at where id = :id and revoked_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", token.id())
                .update();
    }

    /** To the hour, so that a busy token is not a row written at every request. */
    void used(long id, Instant at) {
        jdbc.sql("""
                        update api_token set last_used_at = :hour
                        where id = :id and (last_used_at is null or last_used_at < :hour)""")
                .param("hour", at.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
