package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupplementTest {

    private static final Submission WITHOUT_BROWSER_AND_JAVA =
            SubmissionReader.read(new SubmissionText("900101100014/СК/ Не работает вход", """
            1) Используемое ЭЦП, срок действия ЭЦП: RSA256, до 14.05.2027
            4) Прилагаемые сведения:
            - текст ошибки: NCALayer не запущен
            - действия, при которых возникает ошибка: вход
            5) Отправитель: Тестов Тимур, ИИН 900101100014
            """));

    @Test
    void fillsWhatWasMissingFromNumberedAnswers() {
        Submission completed = SubmissionReader.complete(
                WITHOUT_BROWSER_AND_JAVA,
                new SubmissionText("Re: [№ СК-26-000001]", "2) Chrome 147\n3) NCALayer 1.4\n"));

        assertThat(completed.missingFacts()).isEmpty();
        assertThat(completed.missingItems()).isEmpty();
        assertThat(completed.fact(FactKind.BROWSER))
                .hasValueSatisfying(fact -> assertThat(fact.value()).isEqualTo("Chrome 147"));
        assertThat(completed.defects()).noneMatch(defect -> defect instanceof Defect.FactMissing);
    }

    @Test
    void fillsWhatWasMissingFromAnswersUnderQuotedQuestions() {
        Submission completed =
                SubmissionReader.complete(WITHOUT_BROWSER_AND_JAVA, new SubmissionText("Re: [№ СК-26-000001]", """
                        Здравствуйте!
                        > • пункт 2: Используемый вид Web-браузера и версия Web-браузера
                        Firefox 146
                        > • пункт 3: Используемая версия ПО Java (если Java не используется — версия NCALayer)
                        не используется
                        """));

        assertThat(completed.fact(FactKind.BROWSER).orElseThrow().value()).isEqualTo("Firefox 146");
        assertThat(completed.fact(FactKind.JAVA).orElseThrow().value()).isEqualTo("не используется");
    }

    @Test
    void takesABareReplyAsTheOneAnswerThatWasMissing() {
        Submission withoutJava =
                SubmissionReader.complete(WITHOUT_BROWSER_AND_JAVA, new SubmissionText("Re:", "Браузер: Chrome 147"));
        Submission completed =
                SubmissionReader.complete(withoutJava, new SubmissionText("Re:", "Добрый день!\nне установлена\n"));

        assertThat(withoutJava.missingFacts()).containsExactly(FactKind.JAVA);
        assertThat(completed.fact(FactKind.JAVA).orElseThrow().value()).isEqualTo("не установлена");
    }

    @Test
    void keepsWhatWasSure() {
        Submission completed = SubmissionReader.complete(
                WITHOUT_BROWSER_AND_JAVA, new SubmissionText("Re:", "Текст ошибки: другой\nБраузер: Chrome 147"));

        assertThat(completed.fact(FactKind.ERROR_TEXT).orElseThrow().value()).isEqualTo("NCALayer не запущен");
    }
}
