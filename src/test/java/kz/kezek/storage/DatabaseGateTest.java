package kz.kezek.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import kz.kezek.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which databases are trusted with letters. */
class DatabaseGateTest {

    @Test
    void admitsAFreshDatabaseAndTellsItsVersion() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(DatabaseGate.admit(serverOf(database, ""))).contains("PostgreSQL 1", "0 to come");
        }
    }

    @Test
    void refusesADatabaseThatAcknowledgesCommitsEarly() {
        try (TestDatabase database = TestDatabase.fresh()) {
            DatabaseServer hasty = serverOf(database, "?options=-c%20synchronous_commit=off");
            assertThatThrownBy(() -> DatabaseGate.admit(hasty))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage(
                            "The database runs with synchronous_commit off and may lose letters it has acknowledged:"
                                    + " set synchronous_commit = on and reload it.");
        }
    }

    @Test
    void refusesADatabaseMigratedByANewerProgram() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            remember(database, "9999", true);
            assertThatThrownBy(() -> DatabaseGate.admit(serverOf(database, "")))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("used by a newer Kezek (change 9999 is unknown here)");
        }
    }

    @Test
    void refusesADatabaseWithAChangeHalfDone() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            remember(database, "9999", false);
            assertThatThrownBy(() -> DatabaseGate.admit(serverOf(database, "")))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("change 9999 was left half done");
        }
    }

    @Test
    void saysThatAServerCannotBeReached() {
        DatabaseServer nobody = DatabaseServer.external("postgres://kezek:secret@127.0.0.1:1/kezek", "", "");
        assertThatThrownBy(() -> DatabaseGate.admit(nobody))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAServerOlderThanFifteen() {
        assertThatThrownBy(() -> DatabaseGate.requireVersion(140_011))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is PostgreSQL 14, and Kezek needs 15 or newer");
        assertThatCode(() -> DatabaseGate.requireVersion(150_000)).doesNotThrowAnyException();
    }

    @Test
    void readsTheAddressFormsPeopleUse() {
        ExternalPostgres expected = new ExternalPostgres("jdbc:postgresql://db.example:5433/desk", "ann", "p@ss:w/rd");
        assertThat(ExternalPostgres.read("postgres://ann:p%40ss%3Aw%2Frd@db.example:5433/desk", "x", "y"))
                .isEqualTo(expected);
        assertThat(ExternalPostgres.read("postgresql://db.example:5433/desk", "ann", "p@ss:w/rd"))
                .isEqualTo(expected);
        assertThat(ExternalPostgres.read(
                        "jdbc:postgresql://db.example:5433/desk?user=ann&password=p%40ss%3Aw%2Frd", "x", "y"))
                .isEqualTo(expected);
        assertThat(ExternalPostgres.read("jdbc:postgresql://one,two:5433/desk?sslmode=verify-full&user=ann", "x", "y"))
                .isEqualTo(new ExternalPostgres("jdbc:postgresql://one,two:5433/desk?sslmode=verify-full", "ann", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/desk", "postgres://db", "db:5432/desk", "jdbc:h2:mem:x"})
    void saysHowAnAddressIsWritten(String address) {
        assertThatThrownBy(() -> ExternalPostgres.read(address, "x", "y"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("write it as postgres://user:password@host:5432/database");
    }

    private static DatabaseServer serverOf(TestDatabase database, String options) {
        return DatabaseServer.external(database.url() + options, database.user(), database.password());
    }

    private static void remember(TestDatabase database, String version, boolean success) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    VALUES (9999, '%s', 'from the future', 'SQL', 'V%s__from_the_future.sql', 'test', 1, %s)
                    """.formatted(version, version, success));
        }
    }
}
