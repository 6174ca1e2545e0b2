package kz.kezek.storage;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bytes kept by the hash of their content: the same bytes are kept once, and what is read back is checked against its
 * name. Kept in the database, in the transaction of the caller.
 */
@Component
public class BlobStore {

    private final Blobs blobs;

    BlobStore(JdbcClient jdbc) {
        this.blobs = new Blobs(jdbc);
    }

    /** The blobs of this database, for commands that work beside the program; the caller has the transaction. */
    public static BlobStore over(JdbcClient jdbc) {
        return new BlobStore(jdbc);
    }

    /** Keeps these bytes and tells their name. */
    public BlobId put(byte[] bytes) {
        BlobId id = BlobId.of(bytes);
        blobs.insert(id, bytes);
        return id;
    }

    /**
     * The bytes of this name, or nothing when they are not kept here.
     *
     * @throws DamagedBlob when what is kept no longer has this hash
     */
    public Optional<byte[]> get(BlobId id) {
        Optional<byte[]> bytes = blobs.find(id);
        if (bytes.isPresent() && !BlobId.of(bytes.get()).equals(id)) {
            throw new DamagedBlob(id);
        }
        return bytes;
    }

    /** What is kept under a name no longer has that hash: the storage is damaged. */
    public static final class DamagedBlob extends RuntimeException {
        DamagedBlob(BlobId id) {
            super("blob " + id.hex() + " no longer has the bytes it was kept with");
        }
    }
}
