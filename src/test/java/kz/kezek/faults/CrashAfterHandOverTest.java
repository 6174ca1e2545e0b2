package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.faults.OutsideWorld.Moment;
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
        try (OutsideWorld world = new OutsideWorld()) {
            try (ProgramProcess first = serve(world)) {
                world.besideNextLetter(Moment.BEFORE_THE_REPLY, () -> stop(first.handle()));
                world.atNextLetter(Moment.AFTER_THE_REPLY, first.handle()::destroyForcibly);
                post(first.smtp());
                first.handle().onExit().join();
            }
            assertThat(world.arrived()).hasSize(1);

            try (ProgramProcess second = serve(world)) {
                String id = RunningDesk.await(
                                "the letter to be delivered",
                                () -> get(second, "").get("letters"),
                                letters -> letters.size() == 1
                                        && letters.at("/0/letter/state")
                                                .asString()
                                                .equals("DELIVERED"))
                        .at("/0/letter/id")
                        .asString();
                assertThat(world.arrived())
                        .hasSize(2)
                        .containsOnly(world.arrived().getFirst());
                assertThat(get(second, "/" + id).get("handOvers").values())
                        .extracting(handOver -> handOver.get("outcome").asString() + " "
                                + handOver.get("reply").asString())
                        .containsExactly("UNKNOWN ", "ACCEPTED 250 2.0.0 accepted");
            }
        }
    }

    /** So that the 250 lies in its socket and is never read. */
    private static void stop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            RunningDesk.await(
                    "the program to stand still",
                    () -> Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")),
                    stat -> stat.contains(") T "));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ProgramProcess serve(OutsideWorld world) {
        return ProgramProcess.serve(
                data, 0, Map.of("KEZEK_BOOTSTRAP_TOKEN", TOKEN, "KEZEK_RELAY_PORT", Integer.toString(world.port())));
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
