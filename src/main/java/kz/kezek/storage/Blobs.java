package kz.kezek.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code blob}. */
final class Blobs {

    private final JdbcClient jdbc;

    Blobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row; without bytes when they are in the bucket. */
    record Kept(Optional<byte[]> bytes) {}

    void insert(BlobId id, long size, Optional<byte[]> bytes) {
        jdbc.sql("insert into blob (sha256, size, bytes) values (?, ?, ?) on conflict do nothing")
                .param(id.sha256())
                .param(size)
                .param(3, bytes.orElse(null), Types.BINARY)
                .update();
    }

    boolean exists(BlobId id) {
        return jdbc.sql("select exists (select from blob where sha256 = ?)")
                .param(id.sha256())
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(BlobId id) {
        return jdbc.sql("select bytes from blob where sha256 = ?")
                .param(id.sha256())
                .query(Blobs::kept)
                .optional();
    }

    Optional<Kept> beginning(BlobId id, int most) {
        return jdbc.sql("select substring(bytes from 1 for ?) from blob where sha256 = ?")
                .params(most, id.sha256())
                .query(Blobs::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(Optional.ofNullable(row.getBytes(1)));
    }

    /** The database hashes where the bytes lie: nothing but the names of the damaged ones comes over. */
    List<BlobId> damaged(int most) {
        return jdbc.sql("select sha256 from blob where sha256(bytes) <> sha256 or octet_length(bytes) <> size limit ?")
                .param(most)
                .query(Blobs::id)
                .list();
    }

    /** Those in the bucket, in their order, after a name. */
    List<BlobId> inBucketAfter(byte[] name, int most) {
        return jdbc.sql("select sha256 from blob where bytes is null and sha256 > ? order by sha256 limit ?")
                .params(name, most)
                .query(Blobs::id)
                .list();
    }

    private static BlobId id(ResultSet row, int index) throws SQLException {
        return new BlobId(row.getBytes(1));
    }
}
