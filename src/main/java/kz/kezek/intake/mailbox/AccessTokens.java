package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of an OAuth 2 token endpoint (RFC 6749 §4.4, §6), each used until shortly before it expires. */
final class AccessTokens {

    /** A token is given up this long before its end, so that none expires on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private final MailboxSettings.OAuth settings;
    private final Duration timeout;
    private final Clock clock;
    private String token = "";
    private Instant goodUntil = Instant.MIN;

    AccessTokens(MailboxSettings.OAuth settings, Duration timeout, Clock clock) {
        this.settings = settings;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** A token that is good now. */
    synchronized String current() throws IOException {
        Instant now = clock.instant();
        if (!now.isBefore(goodUntil)) {
            JsonNode answer = ask();
            token = answer.path("access_token").asString("");
            if (token.isEmpty()) {
                throw new IOException("the token endpoint answered without an access_token");
            }
            goodUntil = now.plusSeconds(answer.path("expires_in").asLong(300)).minus(MARGIN);
        }
        return token;
    }

    /** The next call asks for another: a server refused this one. */
    synchronized void forget() {
        goodUntil = Instant.MIN;
    }

    private JsonNode ask() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.tokenUrl()))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(timeout).build()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the token endpoint answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking for a token", e);
        } catch (JacksonException e) {
            throw new IOException("the token endpoint answered no JSON", e);
        }
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean refreshes = !settings.refreshToken().isEmpty();
        fields.put("grant_type", refreshes ? "refresh_token" : "client_credentials");
        fields.put("client_id", settings.clientId());
        fields.put("client_secret", settings.clientSecret());
        fields.put("refresh_token", settings.refreshToken());
        fields.put("scope", settings.scope());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
