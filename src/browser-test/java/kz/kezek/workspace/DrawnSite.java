package kz.kezek.workspace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.Preferences.Density;
import kz.kezek.workspace.Preferences.Theme;

/** The drawn pages behind a web server of the test's own, under the strict policy that the program sends. */
final class DrawnSite implements AutoCloseable {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final HttpServer server;
    private final Map<String, Map<String, String>> drawn = new ConcurrentHashMap<>();

    private DrawnSite(HttpServer server) {
        this.server = server;
    }

    static DrawnSite open() throws IOException {
        var site = new DrawnSite(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        site.server.createContext("/", site::answer);
        site.server.start();
        return site;
    }

    String url(Language language, Theme theme, String page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/pages/" + language.tag() + "-" + theme.word() + "/" + page;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith("/desk/")) {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        var letter = path.startsWith("/demo/sink/");
        var body = letter
                ? "<p style='color:#0A626C'>СК-26-004812</p>".getBytes(StandardCharsets.UTF_8)
                : path.startsWith("/pages/") ? page(path.split("/")) : file(path);
        exchange.getResponseHeaders().set("Content-Type", type(path));
        exchange.getResponseHeaders().set("Content-Security-Policy", letter ? LETTER_POLICY : POLICY);
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private byte[] page(String[] path) {
        var choices = path[2].split("-");
        var pages = drawn.computeIfAbsent(path[2], _ -> DrawnPages.all(new Preferences(
                Language.valueOf(choices[0].toUpperCase(java.util.Locale.ROOT)),
                Theme.valueOf(choices[1].toUpperCase(java.util.Locale.ROOT)), Density.COMFORTABLE, true)));
        return Objects.requireNonNull(pages.get(path[3]), path[3]).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] file(String path) throws IOException {
        try (InputStream in = DrawnSite.class.getResourceAsStream(path.endsWith("htmx.min.js") ? HTMX : "/static" + path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "text/html; charset=utf-8";
        };
    }
}
