package kz.kezek;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An applicant at the public pages with a browser that knows no scripts and keeps no cookies. */
public final class PortalVisitor implements AutoCloseable {

    private static final String BOUNDARY = "kezek-portal-visitor";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    public PortalVisitor(RunningDesk desk) {
        this.origin = desk.url();
    }

    /** A file to be sent along. */
    public record Upload(String field, String name, byte[] bytes) {}

    public HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofByteArray());
    }

    public Document page(String path) throws Exception {
        return document(get(path));
    }

    public static Document document(HttpResponse<byte[]> response) {
        return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Posts a form with files. */
    public HttpResponse<byte[]> post(String path, Map<String, String> fields, Upload... files) throws Exception {
        var body = new java.io.ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n"
                            + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (Upload file : files) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                            + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(file.bytes());
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.close();
    }
}
