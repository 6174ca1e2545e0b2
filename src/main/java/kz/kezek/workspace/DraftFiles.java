package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobId;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.workspace.Drafts.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code draft_file}: files that agents have attached to letters and notes not sent yet. */
@Component
class DraftFiles {

    private final JdbcClient jdbc;

    DraftFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file, by the id with which it is shown and removed. */
    record Kept(long id, AttachedFile file) {}

    /** The files at this place, in the order in which they came. */
    List<Kept> of(Place place) {
        return jdbc.sql("""
                select id, file_name, media_type, size, sha256 from draft_file
                where ticket_id = ? and agent_id = ? and surface = ? order by id
                """)
                .params(
                        place.ticket().value(),
                        place.agent().value(),
                        place.surface().name())
                .query(DraftFiles::kept)
                .list();
    }

    /** The same as a letter carries them. */
    List<AttachedFile> toSend(Place place) {
        return of(place).stream().map(Kept::file).toList();
    }

    Optional<AttachedFile> find(Place place, long id) {
        return of(place).stream()
                .filter(kept -> kept.id() == id)
                .map(Kept::file)
                .findFirst();
    }

    void add(Place place, AttachedFile file) {
        jdbc.sql("""
                insert into draft_file (agent_id, ticket_id, surface, file_name, media_type, size, sha256)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        place.agent().value(),
                        place.ticket().value(),
                        place.surface().name(),
                        file.fileName(),
                        file.mediaType(),
                        file.size(),
                        file.content().sha256())
                .update();
    }

    void remove(Place place, long id) {
        jdbc.sql("delete from draft_file where id = ? and ticket_id = ? and agent_id = ? and surface = ?")
                .params(
                        id,
                        place.ticket().value(),
                        place.agent().value(),
                        place.surface().name())
                .update();
    }

    /** Forgets all of them, in the caller's transaction when there is one. */
    void clear(Place place) {
        jdbc.sql("delete from draft_file where ticket_id = ? and agent_id = ? and surface = ?")
                .params(
                        place.ticket().value(),
                        place.agent().value(),
                        place.surface().name())
                .update();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new AttachedFile(
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        new BlobId(row.getBytes("sha256"))));
    }
}
