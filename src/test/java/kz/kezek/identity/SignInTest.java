package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import kz.kezek.applicant.Language;
import kz.kezek.journal.Journal;
import kz.kezek.journal.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends InTheHouse {

    @Autowired
    private Journal journal;

    @Test
    void opensTheDeskToTheRightPassword() {
        var visitor = signedIn(Role.AGENT);

        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/desk").body()).isEqualTo("Айгерім Сейіт KK");
    }

    @Test
    void takesTheLoginInAnyCase() {
        Agent agent = agent(Role.AGENT);

        var answer = visitor().signIn(" " + agent.login().toUpperCase(java.util.Locale.ROOT) + " ", PASSWORD);

        assertThat(Visitor.target(answer)).isEqualTo("/desk");
    }

    @Test
    void givesAnUnknownLoginAWrongPasswordAndADisabledAccountTheSameAnswer() {
        Agent agent = agent(Role.AGENT);
        Agent disabled = agent(Role.AGENT);
        accounts.disable(disabled.login(), CONSOLE, AT);

        var wrong = visitor().signIn(agent.login(), "another password");
        var unknown = visitor().signIn("nobody.here", "another password");
        var shut = visitor().signIn(disabled.login(), PASSWORD);

        assertThat(shape(wrong)).isEqualTo(shape(unknown)).isEqualTo(shape(shut));
        assertThat(Visitor.target(wrong)).isEqualTo("/login?error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "' or 1=1 --", "такого нет", "a\r\nSet-Cookie: x=y"})
    void answersOddLoginsAsUnknownOnes(String login) {
        assertThat(Visitor.target(visitor().signIn(login, PASSWORD))).isEqualTo("/login?error");
    }

    @Test
    void answersAPasswordOfAMegabyteAsAWrongOne() {
        var answer = visitor().signIn(agent(Role.AGENT).login(), "x".repeat(1_000_000));

        assertThat(Visitor.target(answer)).isEqualTo("/login?error");
    }

    @Test
    void refusesTheRightPasswordAfterTenWrongOnesAndTakesItFifteenMinutesLater() {
        Agent agent = agent(Role.AGENT);
        for (int i = 0; i < 10; i++) {
            assertThat(Visitor.target(visitor().signIn(agent.login(), "wrong password")))
                    .isEqualTo("/login?error");
        }

        assertThat(Visitor.target(visitor().signIn(agent.login(), PASSWORD))).isEqualTo("/login?limited");
        clock.advance(Duration.ofMinutes(15));
        assertThat(Visitor.target(visitor().signIn(agent.login(), PASSWORD))).isEqualTo("/desk");
    }

    @Test
    void limitsTriesOfALoginThatNobodyHasAlike() {
        for (int i = 0; i < 10; i++) {
            visitor().signIn("nobody.there", "wrong password");
        }

        assertThat(Visitor.target(visitor().signIn("nobody.there", "wrong password")))
                .isEqualTo("/login?limited");
    }

    @Test
    void givesANewSessionIdAtSignIn() {
        Agent agent = agent(Role.AGENT);
        var visitor = visitor();
        visitor.get("/login");
        String before = visitor.cookie("kezek");
        visitor.signIn(agent.login(), PASSWORD);

        assertThat(visitor.cookie("kezek")).isNotEmpty().isNotEqualTo(before);
        var thief = visitor();
        thief.keepCookie("kezek", before);
        assertThat(thief.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void givesANewTokenAgainstForgeryAtSignIn() {
        Agent agent = agent(Role.AGENT);
        var visitor = visitor();
        String before = visitor.csrf("/login");
        visitor.post("/login", Map.of("_csrf", before, "username", agent.login(), "password", PASSWORD));

        assertThat(visitor.post("/desk/things", Map.of("_csrf", before)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void setsACookieThatScriptsAndForeignPagesDoNotGet() {
        var response = visitor().get("/login");

        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("kezek=[^;]+; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void returnsToThePageThatWasAskedFor() {
        Agent agent = agent(Role.AGENT);
        var visitor = visitor();
        var sent = visitor.get("/desk?view=mine&who=a%20b", "Accept", "text/html");

        assertThat(Visitor.target(sent)).isEqualTo("/login");
        assertThat(Visitor.target(visitor.signIn(agent.login(), PASSWORD))).isEqualTo("/desk?view=mine&who=a%20b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/%5Cevil.example", "/login?next=https://evil.example"})
    void leadsNowhereElseAfterSignIn(String path) {
        Agent agent = agent(Role.AGENT);
        var visitor = visitor();
        visitor.get(path, "Accept", "text/html");

        assertThat(Visitor.target(visitor.signIn(agent.login(), PASSWORD))).isEqualTo("/desk");
    }

    @Test
    void tellsHtmxToLoadTheSignInPage() {
        var response = visitor().get("/desk", "HX-Request", "true");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void endsWithSignOut() {
        var visitor = signedIn(Role.AGENT);
        var thief = visitor();
        thief.keepCookie("kezek", visitor.cookie("kezek"));

        var answer = visitor.post("/logout", Map.of("_csrf", visitor.csrf("/form")));

        assertThat(Visitor.target(answer)).isEqualTo("/login?signedout");
        assertThat(thief.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void isNotEndedByALink() {
        var visitor = signedIn(Role.AGENT);

        visitor.get("/logout");

        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
    }

    enum Change {
        DISABLED,
        PASSWORD,
        ROLES
    }

    @ParameterizedTest
    @EnumSource
    void endsEverySessionOfAnAgentWhoseAccountIsChanged(Change change) {
        Agent agent = agent(Role.AGENT);
        var desk = signedIn(agent);
        var phone = signedIn(agent);
        var colleague = signedIn(Role.AGENT);

        switch (change) {
            case DISABLED -> accounts.disable(agent.login(), CONSOLE, AT);
            case PASSWORD -> accounts.changePassword(agent.login(), "another good password", CONSOLE, AT);
            case ROLES -> accounts.changeRoles(agent.login(), Set.of(Role.AUDITOR), CONSOLE, AT);
        }

        assertThat(desk.get("/desk").statusCode()).isEqualTo(302);
        assertThat(phone.get("/desk").statusCode()).isEqualTo(302);
        assertThat(colleague.get("/desk").statusCode()).isEqualTo(200);
        assertThat(sessionsOf(agent)).isZero();
    }

    @Test
    void endsASessionThatWasSavedWhileTheAccountWasChanged() {
        Agent agent = agent(Role.AGENT);
        var visitor = signedIn(agent);

        jdbc.sql("update agent set session_epoch = session_epoch + 1 where login = :login")
                .param("login", agent.login())
                .update();

        assertThat(sessionsOf(agent)).isEqualTo(1);
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void endsAfterALongShiftEvenWhenInUse() {
        Agent agent = agent(Role.AGENT);
        var visitor = signedIn(agent);

        jdbc.sql("update spring_session set creation_time = creation_time - :age where principal_name = :login")
                .param("age", AgentSessions.LONGEST.plusMinutes(1).toMillis())
                .param("login", agent.login())
                .update();

        assertThat(visitor.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void showsAnotherLanguageFromTheNextPageOn() {
        Agent agent = agent(Role.AGENT);
        var visitor = signedIn(agent);

        accounts.changeLanguage(agent.login(), Language.RU, CONSOLE, AT);

        assertThat(visitor.get("/desk").body()).endsWith("RU");
    }

    @Test
    void keepsSessionsInTheDatabaseAsTextOnly() {
        Agent agent = agent(Role.AGENT);
        signedIn(agent);

        var values = jdbc.sql("""
                        select a.attribute_bytes from spring_session_attributes a
                        join spring_session s on s.primary_id = a.session_primary_id
                        where s.principal_name = :login""")
                .param("login", agent.login())
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes(1)))
                .list();

        assertThat(values).isNotEmpty().noneMatch(hex -> hex.startsWith("aced"));
    }

    @Test
    void refusesToKeepAnObjectInASession() {
        assertThat(signedIn(Role.AGENT).get("/desk/holds-an-object").statusCode())
                .isEqualTo(500);
    }

    @Test
    void isJournalledAndSoIsSignOut() {
        Agent agent = agent(Role.AGENT);
        var visitor = signedIn(agent);
        visitor.post("/logout", Map.of("_csrf", visitor.csrf("/form")));

        assertThat(journal.entries("agent:" + agent.id(), 0, 10))
                .extracting(JournalEntry::actorCode, entry -> entry.act().action())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("system:console", "agent.created"),
                        org.assertj.core.groups.Tuple.tuple("agent:" + agent.id(), "agent.signed-in"),
                        org.assertj.core.groups.Tuple.tuple("agent:" + agent.id(), "agent.signed-out"));
    }

    private long sessionsOf(Agent agent) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :login")
                .param("login", agent.login())
                .query(Long.class)
                .single();
    }

    /** All of an answer that could tell one case from another. */
    private static String shape(HttpResponse<String> response) {
        var headers = new java.util.TreeMap<>(response.headers().map());
        headers.remove("date");
        return response.statusCode() + " " + headers + " " + response.body();
    }
}
