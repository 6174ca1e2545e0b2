package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.kezek.identity.Directory;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A second factor, as an agent with a telephone switches it on, uses it, and loses the telephone; and sessions elsewhere. */
class SecondFactorOverHttpTest {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void asksForACodeOnceItIsSwitchedOn() throws Exception {
        var agent = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
        String secret = begin(agent);
        Document wrong = DeskVisitor.document(confirm(agent, "000000"));
        assertThat(wrong.select(".errors").text()).contains("Код не подошёл");
        assertThat(target(signIn("aigerim", ""))).isEqualTo("/desk");

        secret = begin(agent);
        Document on = DeskVisitor.document(confirm(agent, code(secret)));

        List<String> recovery = on.select(".recovery code").eachText();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(target(signIn("aigerim", ""))).isEqualTo("/login?error");
        assertThat(target(signIn("aigerim", code(secret))))
                .as("a code is good once")
                .isEqualTo("/login?error");
        DESK.clock.advance(Duration.ofSeconds(30));
        assertThat(target(signIn("aigerim", code(secret)))).isEqualTo("/desk");
        assertThat(target(signIn("aigerim", recovery.getFirst()))).isEqualTo("/desk");
        assertThat(target(signIn("aigerim", recovery.getFirst()))).isEqualTo("/login?error");
        assertThat(begin(agent)).as("a secret in use is not shown").isEmpty();
        DESK.clock.advance(Duration.ofSeconds(60));
        agent.send("/profile", "/profile/second-factor/removal", Map.of("code", List.of(code(secret))));
        assertThat(target(signIn("aigerim", ""))).isEqualTo("/desk");
        assertThat(journal("aigerim"))
                .contains("agent.second-factor-on", "agent.recovery-code-used", "agent.second-factor-off");
    }

    @Test
    void endsTheSessionsElsewhereAndKeepsThisOne() {
        var here = DeskVisitor.signedIn(DESK, "daniyar", "Данияр О.", Role.AGENT);
        var elsewhere = DeskVisitor.of(DESK);
        elsewhere.send(
                "/login", "/login", Map.of("username", List.of("daniyar"), "password", List.of(DeskVisitor.PASSWORD)));
        assertThat(here.page("/profile").select(".sessions li")).hasSize(2);

        here.send("/profile", "/profile/session-endings", Map.of());

        assertThat(here.page("/profile").select(".sessions li").text()).contains("этот браузер");
        assertThat(here.page("/profile").select(".sessions li")).hasSize(1);
        assertThat(DeskVisitor.target(elsewhere.get("/desk/queue"))).isEqualTo("/login");
        assertThat(journal("daniyar")).contains("agent.signed-out-elsewhere");
    }

    private static List<String> journal(String login) {
        long id = DESK.bean(Directory.class).find(login).orElseThrow().id().value();
        return DESK.bean(Journal.class).entries("agent:" + id, 0, 100).stream()
                .map(entry -> entry.act().action())
                .toList();
    }

    private static String begin(DeskVisitor agent) {
        return DeskVisitor.document(agent.send("/profile", "/profile/second-factor", Map.of()))
                .select(".secret")
                .text()
                .replace(" ", "");
    }

    private static java.net.http.HttpResponse<byte[]> confirm(DeskVisitor agent, String code) {
        return agent.send("/profile", "/profile/second-factor/confirmation", Map.of("code", List.of(code)));
    }

    private static java.net.http.HttpResponse<byte[]> signIn(String login, String code) {
        return DeskVisitor.of(DESK)
                .send(
                        "/login",
                        "/login",
                        Map.of(
                                "username", List.of(login),
                                "password", List.of(DeskVisitor.PASSWORD),
                                "code", List.of(code)));
    }

    private static String target(java.net.http.HttpResponse<byte[]> response) {
        return DeskVisitor.target(response);
    }

    /** What an app on a telephone shows for this secret now, written anew from RFC 6238. */
    private static String code(String base32) throws GeneralSecurityException {
        ByteBuffer secret = ByteBuffer.allocate(20);
        int bits = 0;
        int value = 0;
        for (char letter : base32.toCharArray()) {
            value = value << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret.put((byte) (value >> bits));
            }
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.array(), "RAW"));
        long step = DESK.clock.instant().getEpochSecond() / 30;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
