package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import kz.kezek.RunningDesk;
import kz.kezek.intake.smtp.SmtpDoor;
import kz.kezek.intake.smtp.SmtpTalk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * F15: slow SMTP clients by the thousand, and an honest one between them. Prints figures; not part of the check.
 *
 * <p>{@code mvn test -Dtest=SlowSmtpClientsTest -Dgroups=faults -DexcludedGroups= -Dkezek.faults.clients=5000}
 */
@Tag("faults")
class SlowSmtpClientsTest {

    private static final int CLIENTS = Integer.getInteger("kezek.faults.clients", 5000);
    private static final int HONEST = 50;
    private static final Duration DRIP = Duration.ofSeconds(1);

    @Test
    void letsAnHonestClientThrough() throws Exception {
        try (RunningDesk desk = RunningDesk.at(
                "2026-11-23T05:15:00Z",
                Map.of("kezek.intake.storm.per-sender", 100_000, "kezek.smtp.idle-timeout", "10m"))) {
            int port = desk.bean(SmtpDoor.class).port();
            List<Socket> slow = new ArrayList<>();
            Thread dripping = Thread.ofPlatform().daemon().unstarted(() -> drip(slow));
            try {
                honest(port, 10);
                print("alone", honest(port, HONEST));
                for (int i = 0; i < CLIENTS; i++) {
                    slow.add(connect(port, i));
                }
                RunningDesk.await(
                        "all slow clients inside",
                        () -> desk.bean(SmtpDoor.class).clients(),
                        n -> n >= CLIENTS);
                dripping.start();
                long[] times = honest(port, HONEST);
                print("among " + desk.bean(SmtpDoor.class).clients() + " slow ones", times);
                assertThat(desk.bean(SmtpDoor.class).clients()).isGreaterThanOrEqualTo(CLIENTS);
                assertThat(times[times.length - 1])
                        .isLessThan(Duration.ofSeconds(1).toNanos());
            } finally {
                dripping.interrupt();
                for (Socket socket : List.copyOf(slow)) {
                    socket.close();
                }
            }
        }
    }

    /** Each third is silent, each third drips a command, each third drips a letter; from many addresses. */
    private static Socket connect(int port, int number) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(
                InetAddress.ofLiteral("127.0.%d.%d".formatted(1 + number / 40 / 250, 1 + number / 40 % 250)), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        if (number % 3 == 2) {
            socket.getOutputStream()
                    .write("EHLO slow\r\nMAIL FROM:<slow@example.kz>\r\nRCPT TO:<office@sud.kz>\r\nDATA\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return socket;
    }

    private static void drip(List<Socket> slow) {
        while (!Thread.interrupted()) {
            for (int i = 0; i < slow.size(); i++) {
                try {
                    if (i % 3 > 0) {
                        slow.get(i).getOutputStream().write('x');
                    }
                } catch (IOException cut) {
                    continue;
                }
            }
            LockSupport.parkNanos(DRIP.toNanos());
        }
    }

    /** How long connect to 250 took for each letter, shortest first. */
    private static long[] honest(int port, int count) throws IOException {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            try (SmtpTalk talk = SmtpTalk.greeted(port)) {
                String reply = talk.letter(
                        "honest@example.kz",
                        "office@sud.kz",
                        "From: honest@example.kz\r\nSubject: " + start + "\r\n\r\nx");
                assertThat(reply).startsWith("250");
            }
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times;
    }

    private static void print(String when, long[] times) {
        System.out.printf(
                "honest client %s: %d letters, median %.1f ms, slowest %.1f ms%n",
                when, times.length, times[times.length / 2] / 1e6, times[times.length - 1] / 1e6);
    }
}
