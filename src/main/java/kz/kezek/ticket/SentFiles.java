package kz.kezek.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code sent_file}: files that went along with answers and Запросы, or were kept with internal notes. */
final class SentFiles {

    private final JdbcClient jdbc;

    SentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertOfAnswer(long answerId, List<AttachedFile> files) {
        insert("answer_id", answerId, files);
    }

    void insertOfRequest(long requestId, List<AttachedFile> files) {
        insert("request_id", requestId, files);
    }

    void insertOfNote(long noteId, List<AttachedFile> files) {
        insert("note_id", noteId, files);
    }

    private void insert(String column, long id, List<AttachedFile> files) {
        for (AttachedFile file : files) {
            jdbc.sql("insert into sent_file (" + column
                            + ", file_name, media_type, size, sha256) values (?, ?, ?, ?, ?)")
                    .params(
                            id,
                            file.fileName(),
                            file.mediaType(),
                            file.size(),
                            file.content().sha256())
                    .update();
        }
    }

    List<AttachedFile> ofAnswer(long answerId) {
        return of("answer_id", answerId);
    }

    List<AttachedFile> ofRequest(long requestId) {
        return of("request_id", requestId);
    }

    private List<AttachedFile> of(String column, long id) {
        return jdbc.sql("select file_name, media_type, size, sha256 from sent_file where " + column
                        + " = ? order by id")
                .param(id)
                .query(SentFiles::file)
                .list();
    }

    Map<Long, List<AttachedFile>> ofAnswers(TicketId ticket) {
        return byWriting("answer", "answer_id", ticket);
    }

    Map<Long, List<AttachedFile>> ofRequests(TicketId ticket) {
        return byWriting("information_request", "request_id", ticket);
    }

    Map<Long, List<AttachedFile>> ofNotes(TicketId ticket) {
        return byWriting("internal_note", "note_id", ticket);
    }

    private Map<Long, List<AttachedFile>> byWriting(String table, String column, TicketId ticket) {
        Map<Long, List<AttachedFile>> files = new HashMap<>();
        jdbc.sql("select written.id as written_id, f.file_name, f.media_type, f.size, f.sha256 from " + table
                        + " written join sent_file f on f." + column
                        + " = written.id where written.ticket_id = ? order by f.id")
                .param(ticket.value())
                .query(row -> {
                    files.computeIfAbsent(row.getLong("written_id"), id -> new ArrayList<>())
                            .add(file(row, 0));
                });
        return files;
    }

    private static AttachedFile file(ResultSet row, int index) throws SQLException {
        return new AttachedFile(
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                new BlobId(row.getBytes("sha256")));
    }
}
