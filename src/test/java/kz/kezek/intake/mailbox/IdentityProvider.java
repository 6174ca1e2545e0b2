package kz.kezek.intake.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** An identity provider: hands access tokens out to us and tells the mail server whose they are. */
final class IdentityProvider implements AutoCloseable {

    private final HttpServer server;
    private final String user;
    private final List<String> issued = new CopyOnWriteArrayList<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean revokesNext = new AtomicBoolean();

    IdentityProvider(String user) throws IOException {
        this.user = user;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::issue);
        server.createContext("/tokeninfo/", this::tell);
        server.start();
    }

    URI token() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    /** The token is appended to this. */
    URI tokenInfo() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tokeninfo/");
    }

    /** The next token is of no use any more when the mail server asks. */
    void revokeTheNext() {
        revokesNext.set(true);
    }

    /** All tokens, as they were handed out. */
    List<String> issued() {
        return List.copyOf(issued);
    }

    private void issue(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!asked.contains("grant_type=refresh_token") || !asked.contains("refresh_token=r")) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token = "token-" + issued.size();
        if (revokesNext.getAndSet(false)) {
            revoked.add(token);
        }
        issued.add(token);
        answer(exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }

    private void tell(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String token = path.substring(path.lastIndexOf('/') + 1);
        if (issued.contains(token) && !revoked.contains(token)) {
            answer(exchange, 200, "{\"user\":\"" + user + "\",\"expires_in\":3600}");
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_token\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
