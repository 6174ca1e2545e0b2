package kz.kezek;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import kz.kezek.identity.AccountChange;
import kz.kezek.identity.Accounts;
import kz.kezek.identity.NewAgent;
import kz.kezek.identity.Role;
import kz.kezek.journal.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An agent at a running desk with a browser that knows no scripts: keeps cookies, fills in the forms of pages, follows no redirect. */
public final class DeskVisitor {

    public static final String PASSWORD = "correct horse battery";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String origin;

    private DeskVisitor(String origin) {
        this.origin = origin;
    }

    /** Somebody who has not signed in. */
    public static DeskVisitor of(RunningDesk desk) {
        return new DeskVisitor(desk.url());
    }

    /** A new agent, signed in. */
    public static DeskVisitor signedIn(RunningDesk desk, String login, String name, Role role) {
        account(desk, login, name, role);
        return signedIn(desk.url(), login);
    }

    /** An agent with {@link #PASSWORD} at a program that serves its pages there, signed in. */
    public static DeskVisitor signedIn(String origin, String login) {
        var visitor = new DeskVisitor(origin);
        visitor.send("/login", "/login", Map.of("username", List.of(login), "password", List.of(PASSWORD)));
        return visitor;
    }

    /** An account with {@link #PASSWORD}. */
    public static void account(RunningDesk desk, String login, String name, Role role) {
        var agent = NewAgent.named(login, name, Set.of(role), Language.RU);
        var change =
                desk.bean(Accounts.class).create(agent, PASSWORD, new Actor.SystemActor("test"), desk.clock.instant());
        if (!(change instanceof AccountChange.Done)) {
            throw new AssertionError(change);
        }
    }

    public HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    /** What comes from this path for as long as it comes; the caller closes it. */
    public InputStream open(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page at this path. */
    public Document page(String path) {
        return document(get(path));
    }

    public static Document document(HttpResponse<byte[]> response) {
        return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    /** What a form of this page would send, its fields replaced by those given. */
    public Map<String, List<String>> filled(Document page, String formSelector, Map<String, List<String>> fields) {
        Map<String, List<String>> filled = new LinkedHashMap<>();
        page.expectFirst(formSelector)
                .select("input[type=hidden]")
                .forEach(field -> filled.put(field.attr("name"), List.of(field.attr("value"))));
        filled.putAll(fields);
        return filled;
    }

    /** Posts these fields with the token that the forms of a page carry. */
    public HttpResponse<byte[]> send(String formPage, String path, Map<String, List<String>> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        all.put("_csrf", List.of(page(formPage).expectFirst("input[name=_csrf]").attr("value")));
        return post(path, all);
    }

    /** Posts exactly these fields. */
    public HttpResponse<byte[]> post(String path, Map<String, List<String>> fields) {
        return form("POST", path, fields);
    }

    /** Posts these fields and a file, as a form with a file field does. */
    public HttpResponse<byte[]> post(String path, Map<String, List<String>> fields, String fileName, byte[] file) {
        String boundary = "boundary-of-the-visitor";
        var body = new ByteArrayOutputStream();
        fields.forEach((name, values) -> values.forEach(value -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8))));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Puts exactly these fields, as a page's script does. */
    public HttpResponse<byte[]> put(String path, Map<String, List<String>> fields) {
        return form("PUT", path, fields);
    }

    /** What came back; of a stream that goes on, only how it begins. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Answer(int status, HttpHeaders headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Where it redirects to, as a path; empty when it does not. */
        public String leadsTo() {
            return headers.firstValue("Location")
                    .map(URI::create)
                    .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                    .orElse("");
        }

        @Override
        public String toString() {
            return status + " " + leadsTo();
        }
    }

    /** The token that the forms of this page carry, as a field. */
    public Map<String, List<String>> formToken(String page) {
        return Map.of(
                "_csrf", List.of(page(page).expectFirst("input[name=_csrf]").val()));
    }

    /** Asks by any method, with these fields unless it is GET, and with more headers: name, value, name, value. */
    public Answer ask(String method, String path, Map<String, List<String>> fields, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html, */*;q=0.8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString(encoded(fields)));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            boolean goesOn = response.headers()
                    .firstValue("Content-Type")
                    .filter("text/event-stream"::equals)
                    .isPresent();
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(), response.headers(), goesOn ? new byte[0] : body.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> form(String method, String path, Map<String, List<String>> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(encoded(fields))));
    }

    private static String encoded(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    /** Where a redirect leads, as a path. */
    public static String target(HttpResponse<?> response) {
        URI uri = URI.create(response.headers().firstValue("Location").orElseThrow());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
