package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent who asks for pages, signed in as people are. */
final class AgentBrowser {

    private static final String LOGIN = "bench";
    private static final String PASSWORD = "a long password for measuring";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String origin;

    private AgentBrowser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    static AgentBrowser signedIn(Installation program, Path data) throws IOException, InterruptedException {
        createAccount(data);
        var browser = new AgentBrowser(program.http());
        Matcher csrf = CSRF.matcher(browser.get("/login"));
        if (!csrf.find()) {
            throw new IOException("the sign-in page has no form");
        }
        String form = "username=" + LOGIN + "&password=" + encoded(PASSWORD) + "&_csrf=" + encoded(csrf.group(1));
        browser.http.send(
                HttpRequest.newBuilder(URI.create(browser.origin + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return browser;
    }

    /** The program itself is asked; an account made in an earlier run on the same data is as good. */
    private static void createAccount(Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Surroundings.launcher().toString(),
                        "user",
                        "create",
                        "--login=" + LOGIN,
                        "--name=Bench",
                        "--role=agent",
                        "--password-stdin",
                        "--data=" + data.toAbsolutePath())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        process.waitFor();
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(origin + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
