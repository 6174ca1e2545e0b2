package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import kz.kezek.RunningDesk;
import kz.kezek.intake.archive.Mbox;
import kz.kezek.regulation.Regulation;
import kz.kezek.storage.BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What every door promises (S1–S4, S9, A2), tried on each of them in the whole program. */
class DoorContractTest {

    private static final String OFFICE = "office@sud.kz";
    private static final Instant NOW = Instant.parse("2026-11-23T05:15:00Z");
    private static final Instant RECEIVED_BEFORE = Instant.parse("2026-11-23T03:00:00Z");
    private static final AtomicInteger LETTERS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static final GreenMail MAILBOXES = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
    });

    private static GreenMailUser byImap;
    private static GreenMailUser byPop3;
    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        MAILBOXES.start();
        byImap = MAILBOXES.setUser("imap@sud.kz", "imap", "secret");
        byPop3 = MAILBOXES.setUser("pop3@sud.kz", "pop3", "secret");
        Map<String, Object> settings = new HashMap<>();
        settings.putAll(mailbox(0, "imap", MAILBOXES.getImap().getPort()));
        settings.putAll(mailbox(1, "pop3", MAILBOXES.getPop3().getPort()));
        desk = RunningDesk.at(NOW.toString(), settings);
    }

    private static Map<String, Object> mailbox(int index, String protocol, int port) {
        String prefix = "kezek.intake.mailboxes[" + index + "].";
        return Map.of(
                prefix + "name", protocol,
                prefix + "protocol", protocol,
                prefix + "host", "127.0.0.1",
                prefix + "port", port,
                prefix + "tls", "none",
                prefix + "user", protocol,
                prefix + "password", "secret",
                prefix + "after", "delete",
                prefix + "poll", "300ms");
    }

    @AfterAll
    static void stop() {
        desk.close();
        MAILBOXES.stop();
    }

    @ParameterizedTest
    @EnumSource
    void givesALetterOneRowAndOneFate(WayIn door) throws Exception {
        String sender = sender(door);
        door.offer(letter(sender, "не вхожу"), sender);

        assertThat(settled(sender, 1))
                .extracting(entry -> entry.fate().orElseThrow())
                .containsExactly("TICKET");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheReceiptThatCounts(WayIn door) throws Exception {
        String sender = sender(door);
        door.offer(letter(sender, "когда"), sender);

        assertThat(settled(sender, 1).getFirst().envelope().receivedAt())
                .isEqualTo(door.tellsOfReceipt() ? RECEIVED_BEFORE : NOW);
    }

    @ParameterizedTest
    @EnumSource
    void makesOneTicketOfTheSameLetterTwice(WayIn door) throws Exception {
        String sender = sender(door);
        door.offer(letter(sender, "дважды"), sender);
        settled(sender, 1);
        door.offer(withAnotherMessageId(letter(sender, "дважды")), sender);

        assertThat(settled(sender, 2))
                .extracting(entry -> entry.fate().orElseThrow())
                .containsExactly("TICKET", "DUPLICATE");
    }

    @ParameterizedTest
    @EnumSource
    void makesOneTicketOfALetterThatAlsoCameByAnotherDoor(WayIn door) throws Exception {
        String sender = sender(door);
        WayIn other = WayIn.values()[(door.ordinal() + 1) % WayIn.values().length];
        door.offer(letter(sender, "двумя путями"), sender);
        other.offer(letter(sender, "двумя путями"), sender);

        assertThat(settled(sender, 2))
                .extracting(entry -> entry.fate().orElseThrow())
                .containsExactlyInAnyOrder("TICKET", "DUPLICATE");
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingWhileTheDatabaseIsAway(WayIn door) throws Exception {
        String sender = sender(door);
        desk.database.goAway();
        boolean taken = door.tryToOffer(letter(sender, "без базы"), sender);
        desk.database.comeBack();
        if (!taken) {
            RunningDesk.await(
                    "a later try to succeed", () -> door.tryToOffer(letter(sender, "без базы"), sender), yes -> yes);
        }

        assertThat(settled(sender, 1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void keepsALetterThatNamesNobody(WayIn door) throws Exception {
        String mark = "nobody-" + LETTERS.incrementAndGet();
        byte[] letter = ("Subject: " + mark + "\r\nFrom:\r\n\r\nx\r\n").getBytes(StandardCharsets.US_ASCII);
        door.offer(letter, "");

        LedgerEntry entry = RunningDesk.await(
                        "the entry of " + mark,
                        () -> entries().stream()
                                .filter(e -> e.fate().isPresent() && raw(e).contains(mark))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
        assertThat(entry.fate()).contains("QUARANTINE");
    }

    @ParameterizedTest
    @EnumSource
    void keepsBytesThatAreNoText(WayIn door) throws Exception {
        String sender = sender(door);
        byte[] letter = letter(sender, "bytes \0 \1 \u007f and more of them");
        for (int i = letter.length - 12; i < letter.length - 2; i++) {
            letter[i] = (byte) (0x80 + i % 0x7f);
        }
        door.offer(letter, sender);

        assertThat(settled(sender, 1).getFirst().fate()).contains("TICKET");
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoPrivateKey(WayIn door) throws Exception {
        String sender = sender(door);
        byte[] letter = letter(
                sender,
                "-----BEGIN PRIVATE KEY-----\r\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\r\n-----END PRIVATE KEY-----");
        door.offer(letter, sender);

        LedgerEntry entry = settled(sender, 1).getFirst();
        assertThat(entry.refusedFiles()).isNotEmpty();
        assertThat(raw(entry)).doesNotContain("MC4CAQAwBQYDK2VwBCIEINTuctv5");
    }

    /** The doors, and how a letter is put before each. */
    enum WayIn {
        SMTP {
            @Override
            void offer(byte[] letter, String sender) throws MessagingException {
                desk.post(letter, sender.isEmpty() ? "<>" : sender, OFFICE);
            }
        },
        IMAP {
            @Override
            void offer(byte[] letter, String sender) throws Exception {
                MAILBOXES
                        .getManagers()
                        .getImapHostManager()
                        .getInbox(byImap)
                        .appendMessage(message(letter), new jakarta.mail.Flags(), java.util.Date.from(RECEIVED_BEFORE));
            }

            @Override
            boolean tellsOfReceipt() {
                return true;
            }
        },
        POP3 {
            @Override
            void offer(byte[] letter, String sender) throws Exception {
                byPop3.deliver(message(letter));
            }

            @Override
            boolean tellsOfReceipt() {
                return true;
            }
        },
        PIPE {
            @Override
            void offer(byte[] letter, String sender) {
                try (OfflineCustody custody = OfflineCustody.over(desk.database.dataSource(), Regulation.inForce())) {
                    custody.take(new Envelope("PIPE", NOW, "pipe", sender, List.of(OFFICE)), letter);
                }
            }
        },
        IMPORT {
            @Override
            void offer(byte[] letter, String sender) throws IOException {
                var text = new ByteArrayOutputStream();
                text.writeBytes("From MAILER-DAEMON Mon Nov 23 03:00:00 2026\n".getBytes(StandardCharsets.US_ASCII));
                text.writeBytes(letter);
                text.write('\n');
                Path file = Files.write(folder.resolve("mbox"), text.toByteArray());
                try (OfflineCustody custody = OfflineCustody.over(desk.database.dataSource(), Regulation.inForce());
                        Mbox mbox = Mbox.open(file, Mbox.Flavor.MBOXRD, 1_000_000)) {
                    var archived = mbox.next().orElseThrow();
                    Instant at = archived.receivedAt(kz.kezek.mail.DeliveryTrace.of(archived.raw()), NOW);
                    custody.takeOnce(archived.raw(), 0, new Envelope("IMPORT", at, "mbox", sender, List.of(OFFICE)));
                }
            }

            @Override
            boolean tellsOfReceipt() {
                return true;
            }
        };

        abstract void offer(byte[] letter, String sender) throws Exception;

        /** Whether the letter was received by another server before, which tells when. */
        boolean tellsOfReceipt() {
            return false;
        }

        boolean tryToOffer(byte[] letter, String sender) throws Exception {
            try {
                offer(letter, sender);
                return true;
            } catch (MessagingException | DataAccessException | TransactionException tryAgainLater) {
                return false;
            }
        }

        private static MimeMessage message(byte[] letter) throws MessagingException {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter));
        }
    }

    private static String sender(WayIn door) {
        return door.name().toLowerCase(java.util.Locale.ROOT) + LETTERS.incrementAndGet() + "@example.kz";
    }

    private static byte[] letter(String from, String text) {
        return """
                Return-Path: <%1$s>
                Received: from mx.example.kz by mx.sud.kz; Mon, 23 Nov 2026 08:00:00 +0500
                From: %1$s
                To: office@sud.kz
                Subject: Вход
                Message-ID: <%1$s>
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %2$s
                """.formatted(from, text)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withAnotherMessageId(byte[] letter) {
        return new String(letter, StandardCharsets.UTF_8)
                .replace("Message-ID: <", "Message-ID: <again-")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<LedgerEntry> entries() {
        try {
            return desk.bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 1000);
        } catch (DataAccessException | TransactionException brokenConnectionOfThePool) {
            return List.of();
        }
    }

    private static List<LedgerEntry> settled(String sender, int count) {
        return RunningDesk.await(
                count + " settled entries of " + sender,
                () -> entries().stream()
                        .filter(entry -> entry.envelope().from().equals(sender))
                        .toList(),
                found -> found.size() >= count
                        && found.stream().allMatch(entry -> entry.fate().isPresent()));
    }

    private static String raw(LedgerEntry entry) {
        return entry.content()
                .flatMap(desk.bean(BlobStore.class)::get)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
