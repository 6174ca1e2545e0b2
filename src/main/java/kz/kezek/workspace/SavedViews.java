package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import kz.kezek.identity.AgentId;
import kz.kezek.regulation.TermName;
import kz.kezek.workspace.Frame.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code saved_view}: filters of the queue under a name. The rail of a page reads them with its counts. */
@Component
class SavedViews {

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A filter under a name, as whoever opens it sees it: whose tickets are "mine" depends on who looks. */
    record SavedView(long id, AgentId owner, String name, boolean shared, QueueFilter filter) {}

    /** A view that this agent may open: his own, or everybody's. */
    Optional<SavedView> find(long id, AgentId reader) {
        return jdbc.sql("select * from saved_view where id = ? and (agent_id = ? or shared)")
                .params(id, reader.value())
                .query((row, index) -> view(row, reader))
                .optional();
    }

    int count(AgentId owner) {
        return jdbc.sql("select count(*) from saved_view where agent_id = ?")
                .param(owner.value())
                .query(Integer.class)
                .single();
    }

    long insert(QueueFilter filter, String name, boolean shared, Instant at) {
        return jdbc.sql("""
                insert into saved_view (agent_id, name, shared, way, stage, who, created_at)
                values (:agent, :name, :shared, :way, :stage, :who, :at) returning id
                """)
                .param("agent", filter.agentId())
                .param("name", name)
                .param("shared", shared)
                .param("way", filter.way().name())
                .param("stage", filter.stage().map(Enum::name).orElse(""))
                .param("who", filter.who().word())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void change(long id, String name, boolean shared) {
        jdbc.sql("update saved_view set name = ?, shared = ? where id = ?")
                .params(name, shared, id)
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from saved_view where id = ?").param(id).update();
    }

    private static SavedView view(ResultSet row, AgentId reader) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                row.getString("name"),
                row.getBoolean("shared"),
                filter(row.getString("way"), row.getString("stage"), row.getString("who"), reader.value()));
    }

    /** The filter that these columns keep. */
    static QueueFilter filter(String way, String stage, String who, long reader) {
        return new QueueFilter(
                Way.valueOf(way),
                stage.isEmpty() ? Optional.empty() : Optional.of(TermName.valueOf(stage)),
                QueueFilter.Who.of(who),
                reader);
    }
}
