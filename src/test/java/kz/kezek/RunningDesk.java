package kz.kezek;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import kz.kezek.intake.smtp.SmtpDoor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole program on a fresh database and free loopback ports, with a real mail server at the other end: what the tests
 * of the way of a letter run against. Time stands until the test sets it on; letters leave at once.
 */
public final class RunningDesk implements AutoCloseable {

    /** The token its API accepts, with the administrator's role. */
    public static final String TOKEN = "kzk_test-token-of-the-running-desk";

    private static final int MOST_TO_SHOW = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    public final SettableClock clock;
    public final TestDatabase database;
    private Map<String, Object> more;
    private GreenMail world;
    private final int relayPort;
    private ConfigurableApplicationContext program;

    private RunningDesk(Instant now, Map<String, Object> more) {
        this.more = Map.copyOf(more);
        this.clock = new SettableClock(now);
        this.database = TestDatabase.fresh();
        this.world = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        this.world.start();
        this.relayPort = world.getSmtp().getPort();
        this.program = startProgram();
    }

    /** Starts everything at this instant. */
    public static RunningDesk at(String instant) {
        return new RunningDesk(Instant.parse(instant), Map.of());
    }

    /** The same with more settings. */
    public static RunningDesk at(String instant, Map<String, Object> more) {
        return new RunningDesk(Instant.parse(instant), more);
    }

    private ConfigurableApplicationContext startProgram() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "kezek.database.url",
                database.url(),
                "kezek.database.user",
                database.user(),
                "kezek.database.password",
                database.password(),
                "kezek.smtp.port",
                "0",
                "kezek.relay.port",
                world.getSmtp().getPort(),
                "kezek.timers.poll",
                "200ms",
                "kezek.calendar.poll",
                "200ms",
                "KEZEK_BOOTSTRAP_TOKEN",
                TOKEN,
                "server.port",
                "0"));
        settings.put("kezek.outbox.undo", "0s");
        settings.putAll(more);
        ApplicationContextInitializer<GenericApplicationContext> withClock =
                context -> context.registerBean(Clock.class, () -> clock);
        return new SpringApplicationBuilder(KezekApplication.class)
                .initializers(withClock)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Starts the program once more on the same database and by the same clock, on ports of its own; the test closes it. */
    public ConfigurableApplicationContext startAnotherNode() {
        return startProgram();
    }

    /** Stops the program and starts it again on the same database. */
    public void restart() {
        program.close();
        program = startProgram();
    }

    /** The same with other settings of the test's own in the place of those it had. */
    public void restart(Map<String, Object> otherSettings) {
        program.close();
        more = Map.copyOf(otherSettings);
        program = startProgram();
    }

    /** The relay refuses connections from now on. */
    public void relayGoesDown() {
        world.stop();
    }

    /** The relay is back on its port, with an empty memory. */
    public void relayComesBack() {
        world = new GreenMail(new ServerSetup(relayPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        world.start();
    }

    /** A part of the running program. */
    public <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    /** Where its pages and API are served. */
    public String url() {
        return "http://127.0.0.1:" + program.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Hands a letter to the SMTP door, as a mail server does. */
    public void post(byte[] letter, String from, String... to) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty(
                "mail.smtp.port", Integer.toString(bean(SmtpDoor.class).port()));
        properties.setProperty("mail.smtp.from", from);
        var session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(letter)),
                    Arrays.stream(to).map(RunningDesk::address).toArray(InternetAddress[]::new));
        }
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The letters that have reached this address, once there are so many. */
    public List<MimeMessage> lettersTo(String address, int count) {
        return await(
                count + " letters to " + address,
                () -> Arrays.stream(world.getReceivedMessages())
                        .filter(letter -> isTo(letter, address))
                        .toList(),
                letters -> letters.size() >= count);
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the API answers to a GET. */
    public JsonNode get(String path) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(url() + path)).GET());
    }

    /** What the API answers to a POST of JSON. */
    public JsonNode post(String path, Map<String, ?> body) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static JsonNode call(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(
                    request.header("Authorization", "Bearer " + TOKEN).build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(response.body());
        }
    }

    /** The tickets, once there are so many. */
    public List<JsonNode> tickets(int count) {
        return await(
                count + " tickets",
                () -> get("/api/v1/tickets").get("tickets").values().stream().toList(),
                tickets -> tickets.size() >= count);
    }

    /** The ticket of this number, once it is as expected. */
    public JsonNode ticket(String number, String expectation, Predicate<JsonNode> asExpected) {
        return await(
                "ticket " + number + " " + expectation,
                () -> get("/api/v1/tickets/" + URLEncoder.encode(number, StandardCharsets.UTF_8)),
                asExpected);
    }

    /** Asks again and again until the answer is as expected; the test fails with the last answer when patience ends. */
    public static <T> T await(String what, Callable<T> question, Predicate<T> asExpected) {
        return await(PATIENCE, what, question, asExpected);
    }

    /** The same with a patience of its own. */
    public static <T> T await(Duration patience, String what, Callable<T> question, Predicate<T> asExpected) {
        long end = System.nanoTime() + patience.toNanos();
        T answer = ask(question);
        while (!asExpected.test(answer)) {
            if (System.nanoTime() > end) {
                String seen = String.valueOf(answer);
                throw new AssertionError("waited in vain for " + what + "; last seen: "
                        + seen.substring(0, Math.min(seen.length(), MOST_TO_SHOW)));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = ask(question);
        }
        return answer;
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
        world.stop();
        database.close();
    }
}
