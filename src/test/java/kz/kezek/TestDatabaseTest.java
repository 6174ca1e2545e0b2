package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Tests do not see each other's rows. */
class TestDatabaseTest {

    @Test
    void givesEachTestADatabaseOfItsOwn() throws SQLException {
        try (TestDatabase first = TestDatabase.fresh();
                TestDatabase second = TestDatabase.fresh()) {
            try (Connection connection = first.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE only_in_the_first (id int)");
            }
            assertThat(tables(first)).isEqualTo(1);
            assertThat(tables(second)).isZero();
        }
    }

    private static int tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM information_schema.tables WHERE table_name = 'only_in_the_first'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
