package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.kezek.intake.smtp.SmtpTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S6: the one gap SMTP leaves open, between the relay's 250 and our commit, is crossed again with the same letter, and says so. */
class CrashAfterHandOverTest {

    private static final String TOKEN = "kzk_token-of-the-hand-over-test";

    @TempDir
    private Path data;

    @Test
    void handsTheSameLetterOverOnceMoreAndSaysThatTheFirstTimeIsUnknown() throws Exception {
        try (DeadlyRelay relay = new DeadlyRelay()) {
            try (ProgramProcess first = serve(relay)) {
                relay.killsAfterTheNextLetter(first.handle());
                post(first.smtp());
                first.handle().onExit().join();
            }
            assertThat(relay.accepted()).hasSize(1);

            try (ProgramProcess second = serve(relay)) {
                String id = RunningDesk.await(
                                "the letter to be delivered",
                                () -> get(second, "").get("letters"),
                                letters -> letters.size() == 1
                                        && letters.at("/0/letter/state")
                                                .asString()
                                                .equals("DELIVERED"))
                        .at("/0/letter/id")
                        .asString();
                assertThat(relay.accepted())
                        .hasSize(2)
                        .extracting(CrashAfterHandOverTest::messageId)
                        .containsOnly(id(relay));
                assertThat(get(second, "/" + id).get("handOvers").values())
                        .extracting(handOver -> handOver.get("outcome").asString() + " "
                                + handOver.get("reply").asString())
                        .containsExactly("UNKNOWN ", "ACCEPTED 250 2.0.0 accepted");
            }
        }
    }

    private static String id(DeadlyRelay relay) {
        return messageId(relay.accepted().getFirst());
    }

    private static String messageId(String letter) {
        List<String> ids = letter.lines()
                .filter(line -> line.regionMatches(true, 0, "Message-ID:", 0, 11))
                .toList();
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }

    private ProgramProcess serve(DeadlyRelay relay) {
        return ProgramProcess.serve(
                data, 0, Map.of("KEZEK_BOOTSTRAP_TOKEN", TOKEN, "KEZEK_RELAY_PORT", Integer.toString(relay.port())));
    }

    private static void post(int port) throws Exception {
        try (SmtpTalk talk = SmtpTalk.greeted(port)) {
            assertThat(talk.letter("once@example.kz", "office@sud.kz", "From: once@example.kz\r\nSubject: x\r\n\r\ny"))
                    .startsWith("250");
        }
    }

    private static JsonNode get(ProgramProcess program, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + program.http() + "/api/v1/outbox" + path))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build();
            return new JsonMapper()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }
}
