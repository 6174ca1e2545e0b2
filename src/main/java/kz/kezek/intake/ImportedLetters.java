package kz.kezek.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code imported_letter}. */
final class ImportedLetters {

    private final JdbcClient jdbc;

    ImportedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(byte[] sha256, int occurrence) {
        return jdbc.sql("select exists (select from imported_letter where sha256 = ? and occurrence = ?)")
                .params(sha256, occurrence)
                .query(Boolean.class)
                .single();
    }

    /** Fails when another import has just written the same, so that the letter is not taken twice. */
    void insert(byte[] sha256, int occurrence, CustodyId custody) {
        jdbc.sql("insert into imported_letter (sha256, occurrence, custody_id) values (?, ?, ?)")
                .params(sha256, occurrence, custody.value())
                .update();
    }
}
