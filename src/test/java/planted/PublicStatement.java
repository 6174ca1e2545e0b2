package planted;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Speaks SQL in public. */
public record PublicStatement(JdbcClient jdbc) {

    public long count() {
        return jdbc.sql("SELECT 1").query(Long.class).single();
    }
}
