package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.kezek.RunningDesk;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.LetterKind;
import kz.kezek.correspondence.OutboxLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Letters get a name of their own at the relay (RFC 3461), and a report that returns nothing but that name is understood. */
class DeliveryReportsTest {

    private static final String CITIZEN = "gone@example.kz";
    private static final String OFFICE = "office@sud.kz";

    private RelayWithReports relay;
    private RunningDesk desk;

    @BeforeEach
    void start() throws IOException {
        relay = new RelayWithReports();
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.relay.port", relay.port()));
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
        relay.close();
    }

    @Test
    void asksForReportsUnderTheNameOfTheLetter() throws Exception {
        OutboxLetter notice = delivered(LetterKind.ACCEPTANCE_NOTICE_INCOMPLETE, post());

        assertThat(relay.commands)
                .anyMatch(line -> line.startsWith("MAIL FROM:<" + OFFICE + ">")
                        && line.contains("ENVID=" + notice.id())
                        && line.contains("RET=HDRS"))
                .anyMatch(
                        line -> line.startsWith("RCPT TO:<" + CITIZEN + ">") && line.contains("NOTIFY=FAILURE,DELAY"));
    }

    @Test
    void findsTheLetterByItsEnvelopeAlone() throws Exception {
        String number = post();
        desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("os")));
        OutboxLetter request = delivered(LetterKind.INFORMATION_REQUEST, number);

        desk.post(report(UUID.randomUUID()), "", OFFICE);
        reports(1);
        assertThat(state(desk.get("/api/v1/tickets/SK-26-000001"))).isEqualTo("AWAITING_APPLICANT");

        desk.post(report(request.id()), "", OFFICE);
        JsonNode ticket =
                desk.ticket(number, "is back at work", seen -> state(seen).equals("IN_PROGRESS"));
        assertThat(ticket.get("ticket").get("undelivered").asBoolean()).isTrue();
        assertThat(desk.bean(Correspondence.class)
                        .letter(request.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(OutboxLetter.State.BOUNCED);
    }

    private String post() throws Exception {
        desk.post("""
                From: %s
                To: office@sud.kz
                Subject: login
                Message-ID: <g1@example.kz>
                Content-Type: text/plain; charset=utf-8

                I cannot sign in.
                """.formatted(CITIZEN).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), CITIZEN, OFFICE);
        return desk.tickets(1).getFirst().get("number").asString();
    }

    private OutboxLetter delivered(LetterKind kind, String number) {
        return RunningDesk.await(
                        kind + " of " + number + " delivered",
                        () -> desk.bean(Correspondence.class).newestLetters(10).stream()
                                .filter(letter ->
                                        letter.kind() == kind && letter.state() == OutboxLetter.State.DELIVERED)
                                .toList(),
                        letters -> !letters.isEmpty())
                .getFirst();
    }

    private void reports(int count) {
        RunningDesk.await(
                count + " settled reports",
                () -> desk.get("/api/v1/ledger").get("entries").values().stream()
                        .filter(entry -> entry.get("fate").asString("").equals("BOUNCE"))
                        .toList(),
                entries -> entries.size() >= count);
    }

    private static String state(JsonNode ticket) {
        return ticket.get("ticket").get("state").asString();
    }

    /** Returns neither the letter nor its Message-ID. */
    private static byte[] report(UUID envelope) {
        return """
                From: MAILER-DAEMON@relay.example
                To: office@sud.kz
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <report-%1$s@relay.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="r"

                --r
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered.

                --r
                Content-Type: message/delivery-status

                Original-Envelope-Id: %1$s
                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; gone@example.kz
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 No such user

                --r--
                """.formatted(envelope).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A mail server that offers DSN, says yes to everything and keeps the commands. */
    private static final class RelayWithReports {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<String> commands = new CopyOnWriteArrayList<>();

        RelayWithReports() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        void close() throws IOException {
            socket.close();
        }

        private void accept() {
            try {
                while (!socket.isClosed()) {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException closed) {
                commands.add("closed");
            }
        }

        private void serve(Socket client) {
            try (client;
                    var lines = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                say(client, "220 relay.example");
                boolean data = false;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (data) {
                        data = !line.equals(".");
                        if (!data) {
                            say(client, "250 taken");
                        }
                        continue;
                    }
                    commands.add(line);
                    data = line.toUpperCase(Locale.ROOT).equals("DATA");
                    say(client, line.startsWith("EHLO") ? "250-relay.example\r\n250 DSN" : data ? "354 go" : "250 ok");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        }
    }
}
