package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kz.kezek.identity.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages learn at once that something changed, on every node, and learn nothing else. */
class LiveOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    private static DeskVisitor aigerim;
    private static DeskVisitor daniyar;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
        daniyar = DeskVisitor.signedIn(DESK, "daniyar", "Данияр О.", Role.AGENT);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void tellsTheQueueOfANewTicketByNameOnly() throws Exception {
        try (var stream = new Stream(aigerim, "/desk/events")) {
            stream.await("event:began");
            register();

            stream.await("event:queue");
            assertThat(stream.seen()).allMatch(line -> line.matches("event:[a-z]+|data:|"));
        }
    }

    @Test
    void tellsATicketsPageOfThatTicketOnly() throws Exception {
        String shown = register();
        String other = register();
        try (var stream = new Stream(aigerim, "/desk/events?ticket=SK-" + shown.substring(3))) {
            stream.await("event:began");
            daniyar.send(ticket(other), ticket(other) + "/assignment", Map.of());
            daniyar.send(ticket(shown), ticket(shown) + "/assignment", Map.of());

            stream.await("event:ticket");
            assertThat(stream.seen()).filteredOn("event:ticket"::equals).hasSize(1);
            assertThat(stream.seen()).doesNotContain("event:queue");
        }
    }

    @Test
    void tellsATicketsPageOfANote() throws Exception {
        String number = register();
        try (var stream = new Stream(aigerim, "/desk/events?ticket=SK-" + number.substring(3))) {
            stream.await("event:began");
            Document page = daniyar.page(ticket(number) + "?compose=note");
            daniyar.post(
                    ticket(number) + "/notes",
                    daniyar.filled(page, "#composer form", Map.of("text", List.of("Перезвонить"))));

            stream.await("event:ticket");
        }
    }

    @Test
    void showsWhoLooksAndWhoWritesUntilTheyAreGone() throws Exception {
        String number = register();
        daniyar.send(ticket(number), ticket(number) + "/presence", Map.of("doing", List.of("TYPING")));

        assertThat(watchers(number)).isEqualTo("Данияр О. пишет");
        assertThat(daniyar.page(ticket(number)).select(".watchers .watcher")).isEmpty();
        assertThat(aigerim.page("/desk/queue")
                        .select("[id=" + number + "] .watcher small")
                        .text())
                .isEqualTo("Данияр О. пишет");
        DESK.clock.advance(Duration.ofSeconds(6));
        assertThat(watchers(number)).isEqualTo("Данияр О. смотрит");
        DESK.clock.advance(Duration.ofSeconds(40));
        assertThat(aigerim.page(ticket(number)).select(".watcher")).isEmpty();
    }

    @Test
    void forgetsAtOnceWhoHasLeft() throws Exception {
        String number = register();
        daniyar.send(ticket(number), ticket(number) + "/presence", Map.of("doing", List.of("VIEWING")));
        assertThat(watchers(number)).isEqualTo("Данияр О. смотрит");
        daniyar.send(ticket(number), ticket(number) + "/presence", Map.of("doing", List.of("LEFT")));

        RunningDesk.await(
                "nobody", () -> aigerim.page(ticket(number)).select(".watcher").size(), size -> size == 0);
    }

    @Test
    void keepsStrangersAndUnknownTicketsOut() {
        assertThat(DeskVisitor.target(DeskVisitor.of(DESK).get("/desk/events"))).isEqualTo("/login");
        assertThat(DeskVisitor.target(DeskVisitor.of(DESK).get("/desk/presence")))
                .isEqualTo("/login");
        assertThat(aigerim.get("/desk/events?ticket=SK-26-999999").statusCode()).isEqualTo(404);
    }

    @Test
    void servesPagesWhileTwoHundredStreamsAreOpen() throws Exception {
        List<Stream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                streams.add(new Stream(aigerim, "/desk/events"));
            }
            for (Stream stream : streams) {
                stream.await("event:began");
            }
            assertThat(aigerim.get("/desk/queue").statusCode()).isEqualTo(200);
            register();
            for (Stream stream : streams) {
                stream.await("event:queue");
            }
        } finally {
            streams.forEach(Stream::close);
        }
    }

    private static String watchers(String number) {
        return RunningDesk.await(
                "somebody",
                () -> aigerim.page(ticket(number)).select(".watcher small").text(),
                text -> !text.isEmpty());
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }

    private static String register() throws Exception {
        letters++;
        String letter = """
                From: applicant@example.kz
                To: office@sud.kz
                Subject: Live %d
                Content-Type: text/plain; charset=utf-8

                Page does not open, attempt %d
                """.formatted(letters, letters).replace("\n", "\r\n");
        DESK.post(letter.getBytes(StandardCharsets.UTF_8), "applicant@example.kz", "office@sud.kz");
        String number = "СК-26-%06d".formatted(letters);
        RunningDesk.await("ticket " + number, () -> aigerim.get(ticket(number)).statusCode(), status -> status == 200);
        return number;
    }

    /** The lines of a stream as they come. */
    private static final class Stream implements AutoCloseable {

        private final BufferedReader lines;
        private final BlockingQueue<String> came = new LinkedBlockingQueue<>();

        Stream(DeskVisitor visitor, String path) {
            this.lines = new BufferedReader(new InputStreamReader(visitor.open(path), StandardCharsets.UTF_8));
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    came.add(line);
                }
            } catch (IOException closed) {
                came.add("closed");
            }
        }

        List<String> seen() {
            return List.copyOf(came);
        }

        void await(String line) {
            RunningDesk.await(line, this::seen, seen -> seen.contains(line));
        }

        @Override
        public void close() {
            Thread.ofVirtual().start(() -> {
                try {
                    lines.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
