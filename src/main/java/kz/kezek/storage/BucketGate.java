package kz.kezek.storage;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Optional;

/** The bucket that the environment names ({@code KEZEK_BLOBS_S3_…}), for commands that run without the program. */
public final class BucketGate {

    private BucketGate() {}

    /** Whether one is named. */
    public static boolean isNamed() {
        return S3Settings.ofEnvironment().named();
    }

    /**
     * Puts bytes into it, gets them and compares.
     *
     * @return where bytes are kept, for people
     * @throws BlobsAway when there is a bucket and it cannot be used
     */
    public static String admit() {
        return bucket().map(BucketGate::tried).orElse("kept in the database");
    }

    private static String tried(Bucket bucket) {
        bucket.tryOut();
        return bucket + " takes and gives back; it is in no backup of ours";
    }

    static Optional<Bucket> bucket() {
        return S3Settings.ofEnvironment()
                .complete()
                .map(settings -> new Bucket(settings, new CompositeMeterRegistry()));
    }
}
