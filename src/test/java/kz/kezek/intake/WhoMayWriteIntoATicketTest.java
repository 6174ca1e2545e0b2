package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R33 against those who try: what a letter says of itself opens nobody else's ticket. */
class WhoMayWriteIntoATicketTest {

    private static final String OFFICE = "office@sud.kz";

    private static RunningDesk desk;
    private static int letters;

    @BeforeAll
    static void start() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void leavesATicketAloneWhenAStrangerNamesItsNumber() throws Exception {
        String number = register("victim1@example.kz", "");
        post("thief1@example.kz", "Re: [" + number + "]", OFFICE, "");

        assertThat(fate("thief1@example.kz")).isEqualTo("TICKET");
        assertThat(letters(number)).isEqualTo(1);
    }

    @Test
    void leavesATicketAloneWhenAStrangerCitesAnApplicantsMessageId() throws Exception {
        String number = register("victim2@example.kz", "");
        post("thief2@example.kz", "Re: ваше", OFFICE, "References: <who-" + letters + "@example.kz>\r\n");

        assertThat(fate("thief2@example.kz")).isEqualTo("TICKET");
        assertThat(letters(number)).isEqualTo(1);
    }

    @Test
    void believesNoTokenThatItDidNotGive() throws Exception {
        String number = register("victim3@example.kz", "");
        post("thief3@example.kz", "Re: [" + number + "]", "office+aaaaaaaaaaaaaaaaaaaaaaaa@sud.kz", "");

        assertThat(fate("thief3@example.kz")).isEqualTo("TICKET");
        assertThat(letters(number)).isEqualTo(1);
    }

    @Test
    void takesNobodyForOneOfUsByHisAddress() throws Exception {
        String number = register("victim4@example.kz", "");
        post("office@sud.kz", "Re: [" + number + "]", OFFICE, "");
        post("aigerim@sud.kz", "Re: [" + number + "] закройте", OFFICE, "");

        assertThat(fate("office@sud.kz")).isEqualTo("QUARANTINE");
        assertThat(fate("aigerim@sud.kz")).isEqualTo("TICKET");
        assertThat(ticket(number).get("ticket").get("state").asString()).isEqualTo("REGISTERED");
        assertThat(letters(number)).isEqualTo(1);
    }

    @Test
    void makesARelatedTicketOfALetterOfOursThatAStrangerForwards() throws Exception {
        String number = register("victim5@example.kz", "");
        String cites = "References: " + noticeTo("victim5@example.kz").getHeader("Message-ID")[0] + "\r\n";
        post("friend5@example.kz", "Fwd: [" + number + "] Вход", OFFICE, cites);

        assertThat(fate("friend5@example.kz")).isEqualTo("TICKET");
        assertThat(letters(number)).isEqualTo(1);
    }

    @Test
    void showsNobodyWhatAServiceWroteToHisReplyAddress() throws Exception {
        String number = register("trickster6@example.kz", "");
        String token =
                noticeTo("trickster6@example.kz").getReplyTo()[0].toString().replaceAll(".*<|>.*", "");
        post("noreply@service.example", "Your code", token, "");
        desk.ticket(number, "has the code", t -> t.get("received").size() == 2);
        desk.post(api(number) + "/answers", Map.of("text", "Ответ."));
        desk.lettersTo("trickster6@example.kz", 2);

        assertThat(ticket(number).get("received").get(1).get("knownSender").asBoolean())
                .isFalse();
        assertThat(ticket(number).get("sent").toString()).doesNotContain("письмо " + letters);
    }

    @Test
    void believesWhomTheFirstLetterNamesInCopyAndNobodyWhomALaterOneNames() throws Exception {
        String number = register("owner7@example.kz", "Cc: lawyer7@example.kz\r\n");
        post("lawyer7@example.kz", "Re: [" + number + "]", OFFICE, "");
        assertThat(fate("lawyer7@example.kz")).isEqualTo("REPLY");

        post("owner7@example.kz", "Re: [" + number + "]", OFFICE, "Cc: late7@example.kz\r\n");
        post("late7@example.kz", "Re: [" + number + "]", OFFICE, "");
        assertThat(fate("late7@example.kz")).isEqualTo("TICKET");
        assertThat(ticket(number).get("sent").values().stream()
                        .map(letter -> letter.get("to").asString()))
                .containsOnly("owner7@example.kz");
    }

    @Test
    void believesARepresentativeFromWhenAnAgentAddedHimUntilHeIsTakenOut() throws Exception {
        String number = register("owner8@example.kz", "");
        Map<String, String> who = Map.of("address", "Rep8@example.kz");
        desk.post(api(number) + "/participants", who);
        post("rep8@example.kz", "Re: [" + number + "]", OFFICE, "");
        assertThat(fate("rep8@example.kz")).isEqualTo("REPLY");

        desk.post(api(number) + "/participant-removals", who);
        post("rep8@example.kz", "Re: [" + number + "] ещё", OFFICE, "");
        RunningDesk.await("two letters", () -> fates("rep8@example.kz"), fates -> fates.equals("REPLY,TICKET"));
    }

    private static String register(String from, String headers) throws Exception {
        post(from, "Вход", OFFICE, headers);
        fate(from);
        return desk.tickets(1).stream()
                .filter(t -> t.get("applicant").get("address").asString().equals(from))
                .findFirst()
                .orElseThrow()
                .get("number")
                .asString();
    }

    private static void post(String from, String subject, String to, String headers) throws Exception {
        letters++;
        String letter = "From: " + from + "\r\nTo: " + to + "\r\nSubject: =?utf-8?b?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=\r\nMessage-ID: <who-" + letters + "@example.kz>\r\n" + headers
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nписьмо " + letters + "\r\n";
        desk.post(letter.getBytes(StandardCharsets.UTF_8), from, to);
    }

    private static jakarta.mail.internet.MimeMessage noticeTo(String address) {
        return desk.lettersTo(address, 1).getFirst();
    }

    private static String fate(String from) {
        return RunningDesk.await("fate of " + from, () -> fates(from), fates -> !fates.isEmpty());
    }

    private static String fates(String from) throws Exception {
        return String.join(
                ",",
                desk.get("/api/v1/ledger?limit=200").get("entries").values().stream()
                        .filter(entry -> entry.get("envelopeFrom").asString().equals(from))
                        .map(entry -> entry.get("fate").isNull()
                                ? ""
                                : entry.get("fate").asString())
                        .toList());
    }

    private static String api(String number) {
        return "/api/v1/tickets/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    private static JsonNode ticket(String number) throws Exception {
        return desk.get(api(number));
    }

    private static int letters(String number) throws Exception {
        return ticket(number).get("received").size();
    }
}
