package kz.kezek.storage;

import com.github.davidmoten.aws.lw.client.HttpClient;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP under the S3 client. Its own waits for each byte anew, so a service that drips would hold a letter for ever; here
 * a request ends with its whole answer within its time, or it has failed. Connections are kept and used again.
 */
final class BoundedTransport implements HttpClient {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /** The JDK sets them itself, to the same values. */
    private static final Set<String> SET_ALREADY = Set.of("host", "content-length");

    private final Duration limit;
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    BoundedTransport(Duration limit) {
        this.limit = limit;
    }

    @Override
    public ResponseInputStream request(
            URL url,
            String method,
            Map<String, String> headers,
            byte @Nullable [] body,
            int connectTimeoutMs,
            int readTimeoutMs)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.toString()))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!SET_ALREADY.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        HttpResponse<byte[]> answer = whole(http.sendAsync(request.build(), BodyHandlers.ofByteArray()));
        return new ResponseInputStream(
                () -> {}, answer.statusCode(), answer.headers().map(), new ByteArrayInputStream(answer.body()));
    }

    private HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> answer) throws IOException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException network ? network : new IOException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
