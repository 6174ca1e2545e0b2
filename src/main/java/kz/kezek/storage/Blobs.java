package kz.kezek.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code blob}. */
final class Blobs {

    private final JdbcClient jdbc;

    Blobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param bytes nothing when they are in the bucket
     * @param copy where those bytes hold what was asked for in Base64, and of what they are that part
     */
    record Kept(Optional<byte[]> bytes, Optional<Encoded> copy) {}

    /** A place in other bytes that are kept. */
    record Encoded(BlobId in, EncodedCopy place) {}

    void insert(BlobId id, long size, Optional<byte[]> bytes) {
        jdbc.sql("insert into blob (sha256, size, bytes) values (?, ?, ?) on conflict do nothing")
                .param(id.sha256())
                .param(size)
                .param(3, bytes.orElse(null), Types.BINARY)
                .update();
    }

    /** False when there is such a row already, or when those other bytes are themselves kept within others. */
    boolean insert(BlobId id, long size, Encoded copy) {
        return jdbc.sql("""
                insert into blob (sha256, size, encoded_in, encoded_at, encoded_length)
                select :id, :size, sha256, :at, :length from blob where sha256 = :in and encoded_in is null
                on conflict do nothing
                """)
                        .param("id", id.sha256())
                        .param("size", size)
                        .param("in", copy.in().sha256())
                        .param("at", copy.place().at())
                        .param("length", copy.place().length())
                        .update()
                > 0;
    }

    boolean exists(BlobId id) {
        return jdbc.sql("select exists (select from blob where sha256 = ?)")
                .param(id.sha256())
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(BlobId id) {
        return find(id, "file.bytes", "file.encoded_length", Map.of());
    }

    /**
     * The same, but so many bytes at most, or so many of the copy.
     *
     * @param mostEncoded how much of the copy gives that many
     */
    Optional<Kept> beginning(BlobId id, int most, int mostEncoded) {
        return find(
                id,
                "substring(file.bytes from 1 for :most)",
                "least(file.encoded_length, :mostEncoded)",
                Map.of("most", most, "mostEncoded", mostEncoded));
    }

    private Optional<Kept> find(BlobId id, String bytes, String length, Map<String, ?> limits) {
        return jdbc.sql("""
                select case when encoded_in is null then %1$s else (
                        select substring(letter.bytes from file.encoded_at::integer + 1 for %2$s::integer)
                        from blob letter where letter.sha256 = file.encoded_in) end as bytes,
                    encoded_in, encoded_at, %2$s as encoded_length
                from blob file where sha256 = :id
                """.formatted(bytes, length))
                .param("id", id.sha256())
                .params(limits)
                .query(Blobs::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        Optional<BlobId> encodedIn =
                Optional.ofNullable(row.getBytes("encoded_in")).map(BlobId::new);
        var place = new EncodedCopy(row.getInt("encoded_at"), row.getInt("encoded_length"));
        return new Kept(Optional.ofNullable(row.getBytes("bytes")), encodedIn.map(in -> new Encoded(in, place)));
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
        return after(name, most, "bytes is null and encoded_in is null");
    }

    /** Those that are kept within others, in their order, after a name. */
    List<BlobId> encodedAfter(byte[] name, int most) {
        return after(name, most, "encoded_in is not null");
    }

    private List<BlobId> after(byte[] name, int most, String which) {
        return jdbc.sql("select sha256 from blob where %s and sha256 > ? order by sha256 limit ?".formatted(which))
                .params(name, most)
                .query(Blobs::id)
                .list();
    }

    private static BlobId id(ResultSet row, int index) throws SQLException {
        return new BlobId(row.getBytes(1));
    }
}
