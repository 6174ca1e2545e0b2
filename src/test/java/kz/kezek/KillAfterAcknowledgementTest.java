package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S1, R34: what was acknowledged with 250 survives kill -9 of the program, embedded database and all: once, with one notice. */
class KillAfterAcknowledgementTest {

    private static final String TOKEN = "kzk_token-of-the-kill-test";

    @TempDir
    private Path data;

    private final List<ProgramProcess> started = new ArrayList<>();
    private final GreenMail world = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startTheWorld() {
        world.start();
    }

    @AfterEach
    void stopAll() {
        started.forEach(ProgramProcess::close);
        world.stop();
    }

    @Test
    void hasTheTicketOnceAfterTheNextStart() throws Exception {
        ProgramProcess first = start();
        post(first.smtp());
        first.kill();

        ProgramProcess second = start();
        List<JsonNode> tickets = RunningDesk.await(
                "the ticket", () -> get(second.http(), "/api/v1/tickets", "tickets"), found -> !found.isEmpty());
        assertThat(tickets).hasSize(1);
        RunningDesk.await("the notice", () -> world.getReceivedMessages().length, count -> count > 0);
        RunningDesk.await(
                "an empty outbox",
                () -> get(second.http(), "/api/v1/outbox", "letters"),
                letters -> letters.stream()
                        .allMatch(entry ->
                                entry.get("letter").get("state").asString().equals("DELIVERED")));
        assertThat(distinctMessageIds()).isEqualTo(1);
        assertThat(get(second.http(), "/api/v1/ledger", "entries"))
                .extracting(entry -> entry.get("fate").asString())
                .containsExactly("TICKET");
    }

    /** A notice handed over just before the kill may come again, but only as the same letter. */
    private long distinctMessageIds() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage letter : world.getReceivedMessages()) {
            ids.add(letter.getMessageID());
        }
        return ids.stream().distinct().count();
    }

    private ProgramProcess start() {
        ProgramProcess program = ProgramProcess.serve(
                data,
                0,
                Map.of(
                        "KEZEK_BOOTSTRAP_TOKEN",
                        TOKEN,
                        "KEZEK_RELAY_PORT",
                        Integer.toString(world.getSmtp().getPort())));
        started.add(program);
        return program;
    }

    private static List<JsonNode> get(int port, String path, String list) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build();
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new JsonMapper().readTree(body).get(list).values().stream().toList();
        }
    }

    private static void post(int port) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("kill@example.kz"));
        message.setRecipients(MimeMessage.RecipientType.TO, "office@sud.kz");
        message.setSubject("900101100014/СК/ Не открывается", "UTF-8");
        message.setText("5) Тестов Тимур, ИИН 900101100014", "UTF-8");
        Transport.send(message);
    }
}
