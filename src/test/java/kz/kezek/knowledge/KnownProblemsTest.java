package kz.kezek.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KnownProblemsTest {

    private static final KnownProblems PROBLEMS = KnownProblems.bundled();

    @ParameterizedTest
    @MethodSource("examples")
    void recognizesEveryExampleOfAProblem(String example, String id) {
        assertThat(ids(example)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Порт 13579 занят другой программой, антивирус есть; NCA-04
            Неверный логин или пароль;                          ''
            Срок действия сертификата истёк;                    KEY-01
            HTTP Status 500;                                    WEB-01
            файл жүктелмейді, көлемі 24 МБ;                     WEB-03
            Application Blocked by Java Security, Windows 7 SP1; JAVA-02,ENV-02
            Добрый день, помогите пожалуйста;                   ''
            мемлекеттік бажды төлеу қатесі;                     WEB-07
            """)
    void namesTheLikelyProblemsAndNoOther(String text, String expected) {
        assertThat(String.join(",", ids(text))).isEqualTo(expected);
    }

    @Test
    void advisesInTheLanguageOfTheReader() {
        KnownProblem problem = PROBLEMS.problem("NCA-01").orElseThrow();

        assertThat(problem.advice().in(Language.RU)).startsWith("Запустите NCALayer");
        assertThat(problem.advice().in(Language.KK)).startsWith("NCALayer бағдарламасын");
        assertThat(problem.advice().in(Language.EN)).startsWith("Start NCALayer");
        assertThat(PROBLEMS.problem("NCA-99")).isEmpty();
    }

    @Test
    void looksAtNoMoreThanTheFirstWordsOfAnEndlessText() {
        String endless = "ncalayer не ".repeat(500_000);

        assertThat(ProblemWords.of(endless, 2000)).hasSize(2000);
        assertThat(ids(endless + " сертификат отозван")).doesNotContain("KEY-02");
    }

    private static List<String> ids(String text) {
        return PROBLEMS.recognize(text).stream().map(KnownProblem::id).toList();
    }

    static Stream<Object[]> examples() {
        return PROBLEMS.all().stream()
                .flatMap(problem -> problem.examples().stream().map(example -> new Object[] {example, problem.id()}));
    }
}
