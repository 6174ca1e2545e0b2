package kz.kezek.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The deadline and calendar subcommands as they are typed. */
@ResourceLock(Resources.SYSTEM_OUT)
class DeadlineCommandTest {

    record Outcome(int code, String out, String err) {}

    @Test
    void printsOneDeadline() {
        assertThat(deadline("", "--at", "2026-07-10T15:30:00+05:00", "--term", "first-answer"))
                .isEqualTo(new Outcome(0, "2026-07-10T18:30:00+05:00\n", ""));
    }

    @Test
    void echoesEachLineWithItsDeadline() {
        assertThat(deadline(
                        "2026-07-10T10:30:01Z first-answer\n\n2026-07-11T23:30:00+05:00  acceptance\r\n"
                                + "2026-07-11T11:00+05:00 answer-after-information\n",
                        "-"))
                .isEqualTo(new Outcome(0, """
                        2026-07-10T10:30:01Z first-answer 2026-07-13T09:00:01+05:00
                        2026-07-11T23:30:00+05:00 acceptance 2026-07-12T00:30:00+05:00
                        2026-07-11T11:00+05:00 answer-after-information 2026-07-14T18:30:00+05:00
                        """, ""));
    }

    @Test
    void namesTheLineThatIsWrong() {
        Outcome outcome = deadline("2026-07-10T10:30:01Z first-answer\n2026-07-10 first-answer\n", "-");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEqualTo("2026-07-10T10:30:01Z first-answer 2026-07-13T09:00:01+05:00\n");
        assertThat(outcome.err()).contains("Line 2: '2026-07-10' is not an instant with an offset");
        assertThat(deadline("2026-07-10T10:30:01Z\n", "-").err())
                .contains("Line 1: '2026-07-10T10:30:01Z' is not an instant and a term");
        assertThat(deadline("9999-07-10T10:30:01Z first-answer\n", "-").err()).contains("Line 1: ");
    }

    @Test
    void answersWrongWordsWithOneSentence() {
        for (String[] words : new String[][] {
            {},
            {"--at", "2026-07-10T15:30:00+05:00"},
            {"--at", "2026-07-10T15:30:00+05:00", "--term", "soon"},
            {"--at", "10.07.2026", "--term", "first-answer"},
            {"--at", "2026-07-10T15:30:00+05:00", "--term", "first-answer", "--lunch", "noon"},
            {"--at", "2026-07-10T15:30:00+05:00", "--term", "first-answer", "--calendar", "no-such-file"},
            {"--at", "2026-07-10T15:30:00+05:00", "--term", "first-answer", "--lang", "fr"},
            {"+"},
            {"--no-such-option"}
        }) {
            Outcome outcome = deadline("", words);
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err().lines()).hasSize(1);
        }
    }

    @Test
    void countsWithALunch() {
        assertThat(deadline(
                                "",
                                "--at",
                                "2026-07-13T09:00:00+05:00",
                                "--term",
                                "applicant-reply",
                                "--lunch",
                                "13:00-14:30")
                        .out())
                .isEqualTo("2026-07-23T18:30:00+05:00\n");
    }

    @Test
    void takesTheYearsOfAFileInPlaceOfItsOwn(@TempDir Path folder) throws IOException {
        Path json = Files.writeString(folder.resolve("2026.json"), """
                {"year": 2026, "workingDays": 260, "entries": [
                  {"date": "2026-07-13", "kind": "CLOSURE", "ru": "учения", "kk": "жаттығу", "en": "drill"}]}
                """);
        Path tsv = Files.writeString(
                folder.resolve("2026.tsv"),
                "year\t2026\tPUBLISHED\t261\t\n2026-07-13\tSHORT_DAY\t\t\t\t\t\t10:00-11:00\torder\tpaper\n");
        String[] words = {"--at", "2026-07-10T17:30:00+05:00", "--term", "first-answer", "--calendar", ""};
        words[5] = json.toString();
        assertThat(deadline("", words).err()).contains("declares 260 working days");
        Files.writeString(json, Files.readString(json).replace("\"workingDays\": 260, ", ""));
        assertThat(deadline("", words).out()).isEqualTo("2026-07-14T11:00:00+05:00\n");
        words[5] = tsv.toString();
        assertThat(deadline("", words).out()).isEqualTo("2026-07-14T10:00:00+05:00\n");
    }

    @Test
    void warnsOnceOfAYearWithoutACalendar() {
        Outcome outcome = deadline(
                "2031-07-14T10:00:00+05:00 first-answer\n2031-07-15T10:00:00+05:00 first-answer\n"
                        + "2032-07-15T10:00:00+05:00 acceptance\n",
                "-");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSize(3);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("2031");
    }

    @Test
    void explainsInTheLanguageAskedFor() {
        String[] words = {"--at", "2026-03-20T17:00:00+05:00", "--term", "first-answer", "--explain", "--lang", "kk"};
        assertThat(deadline("", words).out())
                .startsWith("2026-03-26T10:30:00+05:00\n3\u00A0жұмыс сағаты (R21)")
                .contains("есептелмейді, Наурыз мейрамы");
    }

    @Test
    void writesTheExplanationAsJson() {
        String[] words = {"--at", "2026-03-20T17:00:00+05:00", "--term", "first-answer", "--json"};
        var line = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(deadline("", words).out());
        assertThat(line.get("due").asString()).isEqualTo("2026-03-26T10:30:00+05:00");
        assertThat(line.get("clause").asString()).isEqualTo("R21");
        assertThat(line.get("countedSeconds").asInt()).isEqualTo(10_800);
        assertThat(line.get("spans")).hasSize(5);
        assertThat(line.get("spans").get(2).get("name").asString()).isEqualTo("Наурыз мейрамы");
    }

    @Test
    void showsChecksComparesAndProposesAYear() {
        assertThat(run("", "calendar", "show", "2026", "--lang", "en").out())
                .startsWith("2026: 247 working days, 118 days off; published")
                .contains("2026-03-24  Tue, 24\u00A0March  —  TRANSFERRED_DAY_OFF  Nauryz ⇄ 2026-03-21");
        for (int year = 2020; year <= 2027; year++) {
            assertThat(run("", "calendar", "check", Integer.toString(year)).code())
                    .isZero();
        }
        assertThat(run("", "calendar", "diff", "2024").out()).isEqualTo("""
                        2024-05-04  off → works (WORKING_WEEKEND 2024-05-08)
                        2024-05-08  works → off (MOVED_DAY_OFF 2024-05-04)
                        Days that differ: 2.
                        """);
        assertThat(run("", "calendar", "propose", "2028").out()).startsWith("# to be confirmed: 2028-05-05");
        assertThat(run("", "calendar", "show", "2031").code()).isEqualTo(2);
        assertThat(run("", "calendar").code()).isEqualTo(2);
    }

    @Test
    void findsAYearAtOddsWithTheLaw(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.tsv"), "year\t2026\tPUBLISHED\t261\t\n");
        Outcome outcome = run("", "calendar", "check", "2026", "--calendar", file.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("2026-01-01  off (HOLIDAY) → works differs from the law");
    }

    @Test
    void readsBackItsOwnProposal(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("2028.tsv"),
                run("", "calendar", "propose", "2028").out());
        Outcome outcome = deadline(
                "", "--at", "2028-01-03T10:00:00+05:00", "--term", "first-answer", "--calendar", file.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, "2028-01-05T12:00:00+05:00\n", ""));
    }

    private static Outcome deadline(String input, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "deadline";
        System.arraycopy(words, 0, all, 1, words.length);
        return run(input, all);
    }

    private static Outcome run(String input, String... words) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Kezek.commandLine().execute(words);
            return new Outcome(
                    code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }
}
