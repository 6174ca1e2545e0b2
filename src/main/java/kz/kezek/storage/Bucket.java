package kz.kezek.storage;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.NestedExceptionUtils;

/**
 * A bucket of an S3 service: bytes under the hash of their content. What {@link #put} has returned from is durable there; the
 * signature covers the bytes, so the service refuses what was changed on the way. Timer {@code kezek_blobs_bucket} tells how
 * long it takes.
 */
final class Bucket {

    private static final int ATTEMPTS = 3;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int SHARD = 2;
    /** Kept for trials, by its hash like all else. */
    private static final byte[] SAMPLE = "Kezek tries this bucket.\n".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");

    private final S3Settings settings;
    private final Client client;
    private final Timer puts;
    private final Timer gets;
    /** Set by a failed put, so that the next look tries one. */
    private volatile boolean refusing;

    /** What the service answered. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Answer(int status, byte[] body) {

        /** The word of the error, such as {@code NoSuchKey}; empty when there is none. */
        String code() {
            Matcher code = CODE.matcher(new String(body, StandardCharsets.UTF_8));
            return code.find() ? code.group(1) : "";
        }
    }

    Bucket(S3Settings settings, MeterRegistry meters) {
        this.settings = settings;
        this.client = Client.s3()
                .region(settings.region())
                .accessKey(settings.accessKey())
                .secretKey(settings.secretKey())
                .baseUrlFactory((service, region) -> settings.base())
                .httpClient(new BoundedTransport(settings.timeout()))
                .retryMaxAttempts(ATTEMPTS)
                .retryInitialInterval(100, TimeUnit.MILLISECONDS)
                .retryStatusCodes(429, 500, 502, 503, 504)
                .retryException(e -> e instanceof IOException && !(e instanceof HttpTimeoutException))
                .build();
        this.puts = timer(meters, "put");
        this.gets = timer(meters, "get");
    }

    private static Timer timer(MeterRegistry meters, String operation) {
        return Timer.builder("kezek.blobs.bucket")
                .description("Bytes put into the bucket and got from it")
                .tag("operation", operation)
                .register(meters);
    }

    /**
     * Returns when the bytes are durable there. Putting the same again changes nothing.
     *
     * @throws BlobsAway when that cannot be known
     */
    void put(BlobId id, byte[] bytes) {
        boolean taken = false;
        try {
            Answer answer = ask(
                    puts,
                    object(id)
                            .method(HttpMethod.PUT)
                            .header("content-type", "application/octet-stream")
                            .requestBody(bytes));
            if (answer.status() != OK) {
                throw unexpected(answer);
            }
            taken = true;
        } finally {
            refusing = !taken;
        }
    }

    /**
     * What lies there under this name, whatever its hash; nothing when there is no such object.
     *
     * @throws BlobsAway when that cannot be known
     */
    Optional<byte[]> get(BlobId id) {
        return found(ask(gets, object(id)));
    }

    /** The same, but so many bytes of it at most, from that byte on. */
    Optional<byte[]> part(BlobId id, int from, int most) {
        Answer answer = ask(gets, object(id).header("range", "bytes=%d-%d".formatted(from, from + most - 1)));
        return answer.status() == RANGE_NOT_SATISFIABLE ? Optional.of(new byte[0]) : found(answer);
    }

    private Optional<byte[]> found(Answer answer) {
        if (answer.status() == OK || answer.status() == PARTIAL) {
            return Optional.of(answer.body());
        }
        if (answer.status() == NOT_FOUND && answer.code().equals("NoSuchKey")) {
            return Optional.empty();
        }
        throw unexpected(answer);
    }

    /**
     * Looks whether bytes can be had and, if the last ones could not be put, whether they can be now.
     *
     * @throws BlobsAway when not
     */
    void look() {
        if (refusing || get(BlobId.of(SAMPLE)).isEmpty()) {
            put(BlobId.of(SAMPLE), SAMPLE);
        }
    }

    /**
     * Puts bytes, gets them and compares.
     *
     * @throws BlobsAway when they do not come back
     */
    void tryOut() {
        BlobId id = BlobId.of(SAMPLE);
        put(id, SAMPLE);
        if (get(id).filter(bytes -> BlobId.of(bytes).equals(id)).isEmpty()) {
            throw new BlobsAway("The %s does not give back what was put into it.".formatted(settings));
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return settings.toString();
    }

    private Request object(BlobId id) {
        return client.path(id.hex().substring(0, SHARD), id.hex());
    }

    private Answer ask(Timer timer, Request request) {
        long begun = System.nanoTime();
        try (ResponseInputStream answer = request.responseInputStream()) {
            return new Answer(answer.statusCode(), answer.readAllBytes());
        } catch (IOException | RuntimeException e) {
            throw new BlobsAway(
                    "The %s cannot be reached (%s): check the address, and that the service runs."
                            .formatted(settings, NestedExceptionUtils.getMostSpecificCause(e)),
                    e);
        } finally {
            timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private BlobsAway unexpected(Answer answer) {
        return new BlobsAway("The %s answers %d %s: check its name, its space, the region and the rights of the key."
                .formatted(settings, answer.status(), answer.code()));
    }
}
