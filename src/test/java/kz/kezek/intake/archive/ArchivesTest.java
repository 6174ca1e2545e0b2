package kz.kezek.intake.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.mail.DeliveryTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters out of mbox files and Maildirs, byte by byte. */
class ArchivesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void partsAnMboxAtItsFromLinesOnly() throws IOException {
        List<ArchivedLetter> letters = mbox(
                Mbox.Flavor.MBOXRD,
                "From a@b.kz Mon Nov 23 03:00:00 2026\nSubject: 1\n\nFrom now on\n\nFrom here it is text\n\n\n"
                        + "From MAILER-DAEMON Mon Nov 23 03:00:01 2026\nSubject: 2\n\nno\nFrom x Mon Nov 23 03:00:01 2026\n");

        assertThat(letters)
                .extracting(ArchivesTest::text)
                .containsExactly(
                        "Subject: 1\n\nFrom now on\n\nFrom here it is text\n\n",
                        "Subject: 2\n\nno\nFrom x Mon Nov 23 03:00:01 2026\n");
        assertThat(letters).extracting(ArchivedLetter::envelopeFrom).containsExactly("a@b.kz", "");
        assertThat(letters.getFirst().storedAt()).contains(Instant.parse("2026-11-23T03:00:00Z"));
    }

    @Test
    void unquotesByTheFlavor() throws IOException {
        String file = "From a@b.kz Mon Nov 23 03:00:00 2026\n\n>From a\n>>From b\n> From c\n>Fromage\n";

        assertThat(text(mbox(Mbox.Flavor.MBOXRD, file).getFirst()))
                .isEqualTo("\nFrom a\n>From b\n> From c\n>Fromage\n");
        assertThat(text(mbox(Mbox.Flavor.MBOXO, file).getFirst()))
                .isEqualTo("\nFrom a\n>>From b\n> From c\n>Fromage\n");
    }

    @Test
    void keepsCrlfAndCountsWhatIsOverTheLimit() throws IOException {
        List<ArchivedLetter> letters = mbox(
                Mbox.Flavor.MBOXRD,
                "From a@b.kz Mon Nov 23 3:00:00 2026\r\nSubject: 1\r\n\r\n" + "x".repeat(3000) + "\r\n\r\n"
                        + "From a@b.kz Mon, Nov 23 03:00 +0500 2026\r\nSubject: 2\r\n\r\ny\r\n");

        assertThat(letters.getFirst().size()).isEqualTo(3016);
        assertThat(letters.getFirst().raw()).hasSize(2001);
        assertThat(text(letters.getLast())).isEqualTo("Subject: 2\r\n\r\ny\r\n");
    }

    @Test
    void readsAnEmptyMboxAndRefusesWhatIsNone() throws IOException {
        assertThat(mbox(Mbox.Flavor.MBOXRD, "")).isEmpty();
        assertThatThrownBy(() -> mbox(Mbox.Flavor.MBOXRD, "Subject: a letter\n\nx\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no mbox");
    }

    @Test
    void readsAMaildirInTheOrderOfDelivery() throws IOException {
        letter("cur", "1700000002.M1P1.host:2,S", "second");
        letter("new", "1700000001.M1P1.host", "first");
        letter("new", ".hidden", "never");
        Path odd = letter("new", "zzz", "third");
        Files.setLastModifiedTime(odd, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        List<ArchivedLetter> letters = all(Maildir.open(folder, 2000));

        assertThat(letters).extracting(ArchivesTest::text).containsExactly("first", "second", "third");
        assertThat(letters)
                .extracting(letter -> letter.storedAt().orElseThrow())
                .containsExactly(
                        Instant.ofEpochSecond(1_700_000_001),
                        Instant.ofEpochSecond(1_700_000_002),
                        Instant.parse("2026-01-01T00:00:00Z"));
        assertThatThrownBy(() -> Maildir.open(folder.resolve("new"), 2000)).hasMessageContaining("no Maildir");
    }

    /** A2: the server that received it, then the archive; never the author, never the future. */
    @Test
    void takesTheReceiptFromTheServerThatReceivedIt() {
        String received =
                "Received: from a by b\n\t(x; y) ; Mon, 23 Nov 2026 08:00:00 +0500 (+05)\nReceived: by c; Mon, 23 Nov 2020 08:00:00 +0500\n";
        String date = "Date: Tue, 24 Nov 2026 08:00:00 +0500\n\nx";

        assertThat(receipt(received + date, "2026-11-23T04:00:00Z")).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(receipt(date, "2026-11-23T04:00:00Z")).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
        assertThat(receipt(date, "2026-11-24T04:00:00Z")).isEqualTo(NOW);
    }

    @Test
    void readsTheEnvelopeFromTheTrace() {
        DeliveryTrace trace = DeliveryTrace.of(
                "Return-Path: <>\nX-Original-To: office+t0ken@sud.kz\nDelivered-To: office@sud.kz\nFrom: a@b.kz\n\nDelivered-To: body@sud.kz\n"
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(trace.returnPath()).contains("");
        assertThat(trace.deliveredTo()).containsExactly("office+t0ken@sud.kz", "office@sud.kz");
    }

    private static Instant receipt(String letter, String storedAt) {
        byte[] raw = letter.getBytes(StandardCharsets.US_ASCII);
        return new ArchivedLetter(raw, raw.length, "", Optional.of(Instant.parse(storedAt)))
                .receivedAt(DeliveryTrace.of(raw), NOW);
    }

    private Path letter(String part, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("new"));
        Files.createDirectories(folder.resolve("cur"));
        return Files.writeString(folder.resolve(part).resolve(name), text);
    }

    private List<ArchivedLetter> mbox(Mbox.Flavor flavor, String text) throws IOException {
        return all(Mbox.open(Files.writeString(folder.resolve("mbox"), text), flavor, 2000));
    }

    private static List<ArchivedLetter> all(LetterArchive archive) throws IOException {
        List<ArchivedLetter> letters = new ArrayList<>();
        try (archive) {
            for (var next = archive.next(); next.isPresent(); next = archive.next()) {
                letters.add(next.get());
            }
            assertThat(archive.done()).isEqualTo(archive.total());
        }
        return letters;
    }

    private static String text(ArchivedLetter letter) {
        return new String(letter.raw(), StandardCharsets.US_ASCII);
    }
}
