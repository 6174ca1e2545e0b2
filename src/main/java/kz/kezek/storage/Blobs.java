package kz.kezek.storage;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code blob}. */
final class Blobs {

    private final JdbcClient jdbc;

    Blobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BlobId id, byte[] bytes) {
        jdbc.sql("insert into blob (sha256, size, bytes) values (?, ?, ?) on conflict do nothing")
                .params(id.sha256(), bytes.length, bytes)
                .update();
    }

    Optional<byte[]> find(BlobId id) {
        return jdbc.sql("select bytes from blob where sha256 = ?")
                .param(id.sha256())
                .query(byte[].class)
                .optional();
    }
}
