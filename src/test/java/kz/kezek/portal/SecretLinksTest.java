package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.kezek.DeskVisitor;
import kz.kezek.PortalVisitor;
import kz.kezek.PortalVisitor.Upload;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enumeration, guessing, replay and the way from one ticket to another: tried, and in vain. */
class SecretLinksTest {

    private static final int AT_ONCE = 50;
    private static final String CITIZEN = "t.testov@example.kz";
    private static final String OTHER = "another@example.kz";
    private static final String FIRST = "СК-26-000001";

    private RunningDesk desk;
    private PortalVisitor visitor;

    @BeforeEach
    void openTheDesk() throws Exception {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        visitor = new PortalVisitor(desk);
    }

    @AfterEach
    void closeTheDesk() {
        visitor.close();
        desk.close();
    }

    @Test
    void answersTheAskerForALinkWithoutLookingWhetherThereIsSuchATicket() throws Exception {
        String link = letterOf(CITIZEN, "s01.2026");
        var known = ask(FIRST, CITIZEN);
        desk.lettersTo(CITIZEN, 2);
        desk.database.goAway();
        var lookedUpNowhere = ask(FIRST, CITIZEN);
        var unknown = ask("СК-26-999999", "spy@example.org");
        desk.database.comeBack();

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(lookedUpNowhere.body()).isEqualTo(known.body()).isEqualTo(unknown.body());
        assertThat(lookedUpNowhere.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(headers(lookedUpNowhere)).isEqualTo(headers(known)).isEqualTo(headers(unknown));
        assertThat(link).startsWith("/s/");
    }

    @Test
    void showsTheSamePageForALinkThatNeverWasIsOverOrWasSwitchedOff() throws Exception {
        String link = letterOf(CITIZEN, "s01.2026");
        var never = visitor.get("/s/" + "A".repeat(43));
        visitor.post(link + "/revocation", Map.of("x", "y"));
        var revoked = visitor.get(link);
        ask(FIRST, CITIZEN);
        String second = StatusBySecretLinkTest.linkIn(desk.lettersTo(CITIZEN, 2).getLast());
        assertThat(visitor.get(second).statusCode()).isEqualTo(200);
        desk.clock.advance(Duration.ofDays(61));
        var over = visitor.get(second);
        var neverThen = visitor.get("/s/" + "B".repeat(43));

        assertThat(text(revoked)).isEqualTo(text(never));
        assertThat(text(over)).isEqualTo(text(neverThen));
        assertThat(List.of(never, revoked, over)).allMatch(answer -> answer.statusCode() == 404);
    }

    @Test
    void acceptsNothingByALinkThatWasSwitchedOff() throws Exception {
        String link = letterOf(CITIZEN, "s01.2026");
        visitor.post(link + "/revocation", Map.of("x", "y"));
        assertThat(visitor.post(link + "/messages", Map.of("more", "Ещё раз")).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(link + "/files/1/1").statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/ledger").toString()).doesNotContain("PORTAL");
    }

    @Test
    void stopsWhoTriesOutLinksAndNotWhoHasOne() throws Exception {
        String link = letterOf(CITIZEN, "s01.2026");
        for (int i = 0; i < 60; i++) {
            assertThat(visitor.get("/s/" + SecretToken.fresh().value()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/s/" + SecretToken.fresh().value()).statusCode())
                .isEqualTo(429);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
        desk.clock.advance(Duration.ofMinutes(16));
        assertThat(visitor.get("/s/" + SecretToken.fresh().value()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void makesLinksThatCannotBeGuessedAndKeepsOnlyTheirDigests() throws Exception {
        Set<String> links = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            links.add(SecretToken.fresh().value());
        }
        assertThat(links).hasSize(1000).allMatch(link -> link.length() == 43);

        String link = letterOf(CITIZEN, "s01.2026");
        var kept = org.springframework.jdbc.core.simple.JdbcClient.create(desk.database.dataSource())
                .sql("select coalesce(string_agg(to_jsonb(s)::text, ' '), '') from status_link s")
                .query(String.class)
                .single();
        assertThat(kept).isNotEmpty().doesNotContain(link.substring(3, 46));
    }

    @Test
    void keepsFilesOfOneTicketAwayFromTheLinkOfAnother() throws Exception {
        String first = letterOf(CITIZEN, "s01.2026");
        String second = letterOf(OTHER, "s02.2026");
        visitor.post(first + "/messages", Map.of("more", "Снимок"), new Upload("files", "снимок.png", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', 1
        }));
        RunningDesk.await("the file is there", () -> visitor.page(first).select(".attached a"), all -> all.size() == 1);

        assertThat(visitor.get(first + "/files/2/1").statusCode()).isEqualTo(200);
        for (int message = 0; message <= 4; message++) {
            for (int position = 0; position <= 2; position++) {
                assertThat(visitor.get(second + "/files/" + message + "/" + position)
                                .statusCode())
                        .as(message + "/" + position)
                        .isEqualTo(404);
            }
        }
        var saved = visitor.get(first + "/files/2/1");
        assertThat(saved.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(saved.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
    }

    @Test
    void takesARequestOnceHoweverOftenItsLinkIsUsedAtTheSameMoment() throws Exception {
        String confirm = confirmationFor("aigul@example.kz");
        List<Integer> answers =
                atOnce(() -> visitor.post(confirm, Map.of("x", "y")).statusCode());

        assertThat(answers).hasSize(AT_ONCE).containsOnly(303);
        desk.tickets(1);
        assertThat(ledgerRowsFromThePage()).isEqualTo(1);
        visitor.post(confirm, Map.of("x", "y"));
        assertThat(ledgerRowsFromThePage()).isEqualTo(1);
    }

    @Test
    void sendsOneLetterHoweverOftenADraftIsSentAtTheSameMoment() throws Exception {
        var check = RequestFromThePageTest.checked(desk, visitor, "aigul@example.kz");
        String send = check.expectFirst("main form").attr("action");
        List<Integer> answers =
                atOnce(() -> visitor.post(send, Map.of("x", "y")).statusCode());

        assertThat(answers).containsOnlyOnce(200).contains(404);
        desk.lettersTo("aigul@example.kz", 1);
        assertThat(desk.get("/api/v1/outbox").findValues("id")).hasSize(1);
    }

    @Test
    void endsTheLinkOfAConfirmationWithItsDay() throws Exception {
        String confirm = confirmationFor("aigul@example.kz");
        desk.clock.advance(Duration.ofHours(25));
        assertThat(visitor.get(confirm).statusCode()).isEqualTo(404);
        assertThat(visitor.post(confirm, Map.of("x", "y")).statusCode()).isEqualTo(404);
        assertThat(ledgerRowsFromThePage()).isZero();
    }

    @Test
    void makesNoNewLinkFromAnOldConfirmationOnceLinksWereSwitchedOff() throws Exception {
        String confirm = confirmationFor("aigul@example.kz");
        String done = DeskVisitor.target(visitor.post(confirm, Map.of("x", "y")));
        var page = RunningDesk.await(
                "the number", () -> visitor.page(done), each -> each.text().contains(FIRST));
        String own = page.expectFirst("main a.primary").attr("href");
        visitor.post(own + "/revocation", Map.of("x", "y"));

        assertThat(visitor.page(done).expectFirst("main a.primary").attr("href"))
                .isEqualTo("/status");
    }

    private String letterOf(String address, String messageId) throws Exception {
        String letter = new String(StatusBySecretLinkTest.sample("s01-ru-ncalayer"), StandardCharsets.UTF_8)
                .replace(CITIZEN, address)
                .replace("s01.2026", messageId);
        desk.post(letter.getBytes(StandardCharsets.UTF_8), address, "office@sud.kz");
        return StatusBySecretLinkTest.linkIn(desk.lettersTo(address, 1).getFirst());
    }

    private String confirmationFor(String address) throws Exception {
        var check = RequestFromThePageTest.checked(desk, visitor, address);
        visitor.post(check.expectFirst("main form").attr("action"), Map.of("x", "y"));
        return RequestFromThePageTest.confirmation(desk.lettersTo(address, 1).getFirst());
    }

    private long ledgerRowsFromThePage() throws Exception {
        return desk.get("/api/v1/ledger").findValuesAsString("door").stream()
                .filter("PORTAL"::equals)
                .count();
    }

    private HttpResponse<byte[]> ask(String number, String address) throws Exception {
        return visitor.post("/status", Map.of("number", number, "address", address));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return PortalVisitor.document(answer).expectFirst("main").text();
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        var headers = new java.util.TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        List<T> results = new ArrayList<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(workers.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            for (Future<T> each : running) {
                results.add(each.get());
            }
        }
        return results;
    }
}
