package kz.kezek.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bytes kept by the hash of their content: the same bytes are kept once, and what is read back is checked against its
 * name. New ones go into the database in the transaction of the caller or, when there is a bucket, into that before the
 * transaction's commit; what a rollback leaves behind there is what the next try would put. Those kept before are found where
 * they are, and a file is where its letter holds it.
 */
public class BlobStore {

    private static final int PAGE = 1000;
    private static final int AT_ONCE = 8;

    private final Blobs blobs;
    private final Optional<Bucket> bucket;

    BlobStore(JdbcClient jdbc, Optional<Bucket> bucket) {
        this.blobs = new Blobs(jdbc);
        this.bucket = bucket;
    }

    /**
     * The blobs of this database and of the bucket that the environment names, for commands that work beside the program; the
     * caller has the transaction.
     */
    public static BlobStore over(JdbcClient jdbc) {
        return new BlobStore(jdbc, BucketGate.bucket());
    }

    /** Bytes on their way into a transaction; those brought into the bucket are not carried further. */
    public static final class Stored {
        private final BlobId id;
        private final long size;
        private final Optional<byte[]> bytes;

        private Stored(BlobId id, long size, Optional<byte[]> bytes) {
            this.id = id;
            this.size = size;
            this.bytes = bytes;
        }
    }

    /**
     * Brings bytes to where they are kept outside of the database, so that no transaction waits for it.
     *
     * @throws BlobsAway when there is a bucket and it did not take them
     */
    public Stored store(byte[] bytes) {
        BlobId id = BlobId.of(bytes);
        if (bucket.isEmpty()) {
            return new Stored(id, bytes.length, Optional.of(bytes));
        }
        if (!blobs.exists(id)) {
            bucket.get().put(id, bytes);
        }
        return new Stored(id, bytes.length, Optional.empty());
    }

    /** Keeps what was stored, in the transaction of the caller, and tells its name. */
    public BlobId put(Stored stored) {
        blobs.insert(stored.id, stored.size, stored.bytes);
        return stored.id;
    }

    /**
     * Keeps these bytes and tells their name.
     *
     * @throws BlobsAway when there is a bucket and it did not take them
     */
    public BlobId put(byte[] bytes) {
        return put(store(bytes));
    }

    /**
     * Keeps a file of a letter that is kept already. One that the letter holds in Base64 as every encoder writes it is not
     * kept once more, and is found where it is; any other is.
     *
     * @throws BlobsAway when there is a bucket and it did not take the file
     */
    public BlobId putFileOf(BlobId letter, byte[] letterBytes, byte[] file) {
        Optional<EncodedCopy> copy = EncodedCopy.find(letterBytes, file);
        BlobId id = BlobId.of(file);
        boolean found = copy.isPresent() && blobs.insert(id, file.length, new Blobs.Encoded(letter, copy.get()));
        return found ? id : put(file);
    }

    /**
     * The bytes of this name, or nothing when they are not kept here.
     *
     * @throws DamagedBlob when what is kept no longer has this hash, or is gone from the bucket
     * @throws BlobsAway when they are in a bucket that cannot be asked
     */
    public Optional<byte[]> get(BlobId id) {
        return blobs.find(id).map(kept -> whole(id, kept));
    }

    private byte[] whole(BlobId id, Blobs.Kept kept) {
        byte[] bytes = kept.bytes()
                .or(() -> fromBucket(id, kept.copy()))
                .orElseThrow(() -> new DamagedBlob(id, "is gone from the bucket"));
        return (kept.copy().isEmpty() ? Optional.of(bytes) : EncodedCopy.decode(bytes, false))
                .filter(whole -> BlobId.of(whole).equals(id))
                .orElseThrow(() -> new DamagedBlob(id, "no longer has the bytes it was kept with"));
    }

    private Optional<byte[]> fromBucket(BlobId id, Optional<Blobs.Encoded> copy) {
        return copy.isEmpty()
                ? bucket().get(id)
                : bucket().part(
                                copy.get().in(),
                                copy.get().place().at(),
                                copy.get().place().length());
    }

    /**
     * So many bytes of this name at most, unchecked; nothing when they are not kept, gone from the bucket, or can be seen to be
     * damaged.
     *
     * @throws BlobsAway when they are in a bucket that cannot be asked
     */
    public Optional<byte[]> beginning(BlobId id, int most) {
        int enough = EncodedCopy.enoughFor(most);
        return blobs.beginning(id, most, enough)
                .flatMap(kept -> kept.copy().isEmpty()
                        ? kept.bytes().or(() -> bucket().part(id, 0, most))
                        : kept.bytes()
                                .or(() -> fromBucket(id, kept.copy()))
                                .flatMap(encoded -> EncodedCopy.decode(encoded, encoded.length >= enough))
                                .map(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, most))));
    }

    /**
     * The names of those that are damaged, or gone from the bucket. The database hashes its own where they lie; those in the
     * bucket and the files within letters are all read.
     *
     * @throws BlobsAway when some are in a bucket that cannot be asked
     */
    public List<BlobId> damaged(int most) {
        return Stream.of(
                        blobs.damaged(most).stream(),
                        all(blobs::inBucketAfter)
                                .gather(Gatherers.mapConcurrent(AT_ONCE, this::damageInBucket))
                                .flatMap(Optional::stream),
                        all(blobs::encodedAfter).filter(this::isDamaged))
                .flatMap(Function.identity())
                .limit(most)
                .toList();
    }

    private Optional<BlobId> damageInBucket(BlobId id) {
        boolean whole =
                bucket().get(id).filter(bytes -> BlobId.of(bytes).equals(id)).isPresent();
        return whole ? Optional.empty() : Optional.of(id);
    }

    private boolean isDamaged(BlobId id) {
        try {
            return get(id).isEmpty();
        } catch (DamagedBlob e) {
            return true;
        }
    }

    private static Stream<BlobId> all(BiFunction<byte[], Integer, List<BlobId>> pageAfter) {
        return Stream.iterate(
                        pageAfter.apply(new byte[0], PAGE),
                        page -> !page.isEmpty(),
                        page -> pageAfter.apply(page.getLast().sha256(), PAGE))
                .flatMap(List::stream);
    }

    /**
     * Looks whether the bucket answers, if there is one.
     *
     * @throws BlobsAway when it does not
     */
    public void look() {
        bucket.ifPresent(Bucket::look);
    }

    /** Refuses to go on without a bucket when bytes were put into one. */
    void requireBucketIfUsed() {
        if (bucket.isEmpty() && !blobs.inBucketAfter(new byte[0], 1).isEmpty()) {
            bucket();
        }
    }

    private Bucket bucket() {
        return bucket.orElseThrow(
                () -> new BlobsAway(
                        "Letters and files are kept in a bucket that is not named here: set KEZEK_BLOBS_S3_ENDPOINT and the settings beside it."));
    }

    /** What is kept under a name no longer has that hash, or is gone: the storage is damaged. */
    public static final class DamagedBlob extends RuntimeException {
        DamagedBlob(BlobId id, String how) {
            super("blob " + id.hex() + " " + how);
        }
    }
}
