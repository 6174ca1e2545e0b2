package kz.kezek.submission;

import static kz.kezek.submission.InformationItem.DESCRIPTION;
import static kz.kezek.submission.InformationItem.OPERATING_SYSTEM;
import static kz.kezek.submission.InformationItem.SCREENSHOTS;
import static kz.kezek.submission.InformationItem.SERVICE_PACK;
import static kz.kezek.submission.InformationItem.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import kz.kezek.submission.SuppliedInformation.ProblemTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationReaderTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T07:00:00Z");
    private static final List<InformationItem> ALL = List.of(InformationItem.values());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            23/11/26 09/40;              2026-11-23T09:40; CERTAIN
            23.11.26 09:40;              2026-11-23T09:40; CERTAIN
            23.11.2026 в 9.40;           2026-11-23T09:40; CERTAIN
            23-11-2026, 09:40;           2026-11-23T09:40; CERTAIN
            09:40 23.11.2026;            2026-11-23T09:40; CERTAIN
            23 ноября 2026 года в 09:40; 2026-11-23T09:40; CERTAIN
            23.11.2026;                  2026-11-23T00:00; DOUBTFUL
            23.11.2026 около 15;         2026-11-23T15:00; DOUBTFUL
            вчера в 15;                  2026-11-22T15:00; DOUBTFUL
            сегодня 10:30;               2026-11-23T10:30; DOUBTFUL
            кеше 15:00;                  2026-11-22T15:00; DOUBTFUL
            """)
    void readsTheTimeInEveryFormPeopleWrite(String answer, LocalDateTime at, Confidence confidence) {
        SuppliedInformation read = read("1) " + answer, List.of(TIME));

        assertThat(read.time().map(ProblemTime::at)).contains(at);
        assertThat(read.time().map(ProblemTime::confidence)).contains(confidence);
    }

    @Test
    void pairsNumbersWithWhatWasAsked() {
        SuppliedInformation read = InformationReader.read(
                new SubmissionText("RE: [№ СК-2026-000123]", """
                        1) 23.11.26 09:40
                        2) Windows 11 24H2, сборка 26100
                        3) скриншот во вложении

                        23.11.2026 11:20, Служба технической поддержки пишет:
                        > 1) Время возникновения проблемы (ДД.ММ.ГГ ЧЧ:ММ).
                        > 2) Операционная система и её сервис-пак.
                        > 3) Скриншоты ошибок.
                        """, List.of("screen.png")),
                List.of(TIME, OPERATING_SYSTEM, SCREENSHOTS),
                MONDAY_NOON);

        assertThat(read.values())
                .containsEntry(OPERATING_SYSTEM, "Windows 11 24H2, сборка 26100")
                .containsEntry(SERVICE_PACK, "Windows 11 24H2, сборка 26100");
        assertThat(read.time().map(ProblemTime::quotation)).contains("23.11.26 09:40");
        assertThat(read.missing(List.of(TIME, OPERATING_SYSTEM, SCREENSHOTS))).isEmpty();
    }

    @Test
    void pairsAnswersWithQuotedQuestionsAbove() {
        SuppliedInformation read = read("""
                > 1) Время возникновения проблемы (ДД.ММ.ГГ ЧЧ:ММ, время Астаны)
                22.11.26 10.15
                > 2) Подробное описание проблемы.
                Не открывается дело
                после входа
                """, List.of(TIME, DESCRIPTION));

        assertThat(read.values()).containsEntry(DESCRIPTION, "Не открывается дело\nпосле входа");
        assertThat(read.time().map(ProblemTime::at)).contains(LocalDateTime.parse("2026-11-22T10:15"));
    }

    @Test
    void tellsAnswersByWhatStandsInThem() {
        SuppliedInformation read = read("Добрый день\nWindows 10 22H2\n23.11.2026 09:40\n", ALL);

        assertThat(read.values()).containsEntry(OPERATING_SYSTEM, "Windows 10 22H2");
        assertThat(read.time().map(ProblemTime::at)).contains(LocalDateTime.parse("2026-11-23T09:40"));
        assertThat(read.missing(ALL)).containsExactly(DESCRIPTION, SCREENSHOTS);
    }

    private static SuppliedInformation read(String text, List<InformationItem> asked) {
        return InformationReader.read(new SubmissionText("Re:", text), asked, MONDAY_NOON);
    }
}
