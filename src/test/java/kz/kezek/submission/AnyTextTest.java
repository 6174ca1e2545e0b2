package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyTextTest {

    private static final int LETTERS = 4000;
    private static final List<String> FRAGMENTS = List.of(
            "1)",
            "2.",
            "3",
            "4.1",
            "5)",
            "пункт 2",
            "№",
            "\n",
            "\n",
            "\n\n",
            "> ",
            ">> ",
            "|",
            "\t",
            ":",
            ";",
            " - ",
            "-",
            "•",
            "(",
            ")",
            "Используемое ЭЦП, срок действия ЭЦП",
            "Браузер",
            "версия",
            "Java",
            "не используется",
            "текст ошибки",
            "действия",
            "қате мәтіні",
            "Отправитель",
            "Ф.И.О, ИИН/БИН",
            "ИИН",
            "900101100014",
            "9001 0110 0014",
            "90O101100014",
            "+7 701 111 22 33",
            "СК",
            "/CK/",
            "ХХХХХХХХХХХХ",
            "до 14.05.2027",
            "31.02.2027",
            "2027 жылғы",
            "мая",
            "2027",
            "Chrome",
            "147.0.1",
            "«",
            "»",
            "\"",
            "пишет",
            "не могу войти",
            "С уважением,",
            "нет",
            "__",
            "?",
            "\u0000",
            "\u200b",
            "😀",
            "\ud83d",
            "Re:",
            "Тема:",
            "а)",
            "й",
            "E\u0301");

    @Test
    void readsEveryMixtureOfFragments() {
        Random random = new Random(20261123);
        for (int i = 0; i < LETTERS; i++) {
            String subject = mixture(random, random.nextInt(6));
            Submission read = SubmissionReader.read(new SubmissionText(subject, mixture(random, random.nextInt(60))));
            Submission completed = SubmissionReader.complete(read, new SubmissionText("", mixture(random, 20)));

            assertThat(completed.facts())
                    .allSatisfy(fact -> assertThat(fact.value()).isNotBlank());
            assertThat(read.defects())
                    .allSatisfy(
                            defect -> assertThat(defect.message(Language.KK)).isNotBlank());
            assertThat(completed.missingFacts())
                    .allMatch(kind -> read.missingFacts().contains(kind));
        }
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "эцп (",
                "эцп,(",
                "1)",
                "1) 2) 3) ",
                "ИИН 1234567890 ",
                "900101100014 ",
                "ошибка: ",
                ",",
                "«",
                "(",
                "а.б.",
                "> ",
                "|",
                "1 ",
                "не могу ",
                "пишет ",
                "14.05.2027 ",
                "версия: 1\n",
                "x",
                "О0",
                "ЭЦП: 1; ",
                "до ",
                "- \n",
                ": "
            })
    void readsTheWorstOfTextsInTimeProportionalToTheirLength(String piece) {
        String endless = piece.repeat(400_000 / piece.length());

        Submission read = SubmissionReader.read(new SubmissionText(endless, endless));
        Submission item = SubmissionReader.read(new SubmissionText("", "5) Отправитель: " + endless));

        assertThat(List.of(read, item))
                .allSatisfy(submission -> assertThat(submission.defects()).isNotEmpty());
    }

    private static String mixture(Random random, int fragments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fragments; i++) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
