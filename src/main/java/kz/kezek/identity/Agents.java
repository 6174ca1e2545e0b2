package kz.kezek.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code agent}, and the sessions that end with a change of it. */
final class Agents {

    /** An agent with what only sign-in may know. */
    record Account(Agent agent, String passwordHash, int sessionEpoch) {}

    private final JdbcClient jdbc;

    Agents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the login is taken. */
    Optional<Account> insert(NewAgent agent, String passwordHash, Instant at) {
        return jdbc.sql("""
                        insert into agent (login, display_name, initials, roles, language, password_hash, created_at)
                        values (:login, :displayName, :initials, :roles, :language, :hash, :at)
                        on conflict (login) do nothing
                        returning *""")
                .param("login", agent.login())
                .param("displayName", agent.displayName())
                .param("initials", agent.initials())
                .param("roles", names(agent.roles()))
                .param("language", agent.language().name())
                .param("hash", passwordHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Agents::account)
                .optional();
    }

    Optional<Account> withLogin(String login) {
        return jdbc.sql("select * from agent where login = :login")
                .param("login", login)
                .query(Agents::account)
                .optional();
    }

    Optional<Account> withId(AgentId id) {
        return jdbc.sql("select * from agent where id = :id")
                .param("id", id.value())
                .query(Agents::account)
                .optional();
    }

    List<Agent> withIds(Collection<AgentId> ids) {
        return jdbc
                .sql("select * from agent where id = any(:ids)")
                .param("ids", ids.stream().map(AgentId::value).toArray(Long[]::new))
                .query(Agents::account)
                .list()
                .stream()
                .map(Account::agent)
                .toList();
    }

    List<Agent> all() {
        return jdbc.sql("""
                        select * from agent order by display_name collate "kk-x-icu", id""").query(Agents::account).list().stream()
                .map(Account::agent)
                .toList();
    }

    void changePassword(AgentId id, String hash) {
        jdbc.sql("update agent set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    void changeRoles(AgentId id, Set<Role> roles) {
        jdbc.sql("update agent set roles = :roles where id = :id")
                .param("roles", names(roles))
                .param("id", id.value())
                .update();
    }

    void changeLanguage(AgentId id, Language language) {
        jdbc.sql("update agent set language = :language where id = :id")
                .param("language", language.name())
                .param("id", id.value())
                .update();
    }

    void disable(AgentId id, Instant at) {
        jdbc.sql("update agent set disabled_at = :at where id = :id and disabled_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void enable(AgentId id) {
        jdbc.sql("update agent set disabled_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The epoch also ends a session that is just being saved by a sign-in under way. */
    void endSessions(Agent agent) {
        jdbc.sql("update agent set session_epoch = session_epoch + 1 where id = :id")
                .param("id", agent.id().value())
                .update();
        jdbc.sql("delete from spring_session where principal_name = :login")
                .param("login", agent.login())
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        var agent = new Agent(
                new AgentId(row.getLong("id")),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("initials"),
                roles,
                Language.valueOf(row.getString("language")),
                row.getObject("disabled_at") == null);
        return new Account(agent, row.getString("password_hash"), row.getInt("session_epoch"));
    }
}
