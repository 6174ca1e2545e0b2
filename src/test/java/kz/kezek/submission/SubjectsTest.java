package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            900101100014/СК/ Не работает вход;        900101100014; СК; Не работает вход; -
            900101100014/СК/Не работает;              900101100014; СК; Не работает;      SPACE_AFTER_SLASH_MISSING
            900101100014 / СК / Не работает;          900101100014; СК; Не работает;      SPACES_AROUND_SLASH
            900101100014/CK/ Не работает;             900101100014; CK; Не работает;      SERVICE_CODE_LATIN
            900101100014/СK/ Не работает;             900101100014; СK; Не работает;      SERVICE_CODE_LATIN
            900101100014/SK/ Не работает;             900101100014; SK; Не работает;      SERVICE_CODE_LATIN
            900101100014/ck/ Не работает;             900101100014; ck; Не работает;      SERVICE_CODE_LATIN SERVICE_CODE_LOWERCASE
            900101100014/Ск/ Не работает;             900101100014; Ск; Не работает;      SERVICE_CODE_LOWERCASE
            900101100014/С.К./ Не работает;           900101100014; С.К.; Не работает;    -
            900101100014\\СК\\ Не работает;           900101100014; СК; Не работает;      SEPARATOR_WRONG
            900101100014|СК| Не работает;             900101100014; СК; Не работает;      SEPARATOR_WRONG
            900101100014／СК／ Не работает;            900101100014; СК; Не работает;      SEPARATOR_WRONG
            900101100014-СК-Не работает;              900101100014; СК; Не работает;      SEPARATOR_WRONG
            900101100014 СК Не работает;              900101100014; СК; Не работает;      SEPARATOR_WRONG
            900101100014/СК Не работает;              900101100014; СК; Не работает;      SEPARATOR_WRONG
            900101100014, СК, Не работает;            900101100014; СК; Не работает;      SEPARATOR_WRONG
            СК/900101100014/ Не работает;             900101100014; СК; Не работает;      ID_NOT_FIRST
            900101100014/ЭП/ Не работает;             900101100014; ЭП; Не работает;      SERVICE_CODE_OTHER
            900101100014/ Не работает;                900101100014; ``; Не работает;      SERVICE_CODE_MISSING
            900101100014 Не работает;                 900101100014; ``; Не работает;      SERVICE_CODE_MISSING
            ИИН 900101100014/СК/ Не работает;         900101100014; СК; Не работает;      -
            ИИН: 900101100014 Не работает;            900101100014; ``; Не работает;      SERVICE_CODE_MISSING
            Не работает вход 900101100014;            900101100014; ``; Не работает вход; ID_NOT_FIRST SERVICE_CODE_MISSING
            9001 0110 0014/СК/ Не работает;           900101100014; СК; Не работает;      ID_SPACES_INSIDE
            900101-100014/СК/ Не работает;            900101100014; СК; Не работает;      ID_SPACES_INSIDE
            9OO1О11ООО14/СК/ Не работает;             900101100014; СК; Не работает;      ID_LETTERS_INSIDE
            90010110001/СК/ Не работает;              -; СК; Не работает;                 ID_ELEVEN_DIGITS
            9001011000144/СК/ Не работает;            -; СК; Не работает;                 ID_THIRTEEN_DIGITS
            9001011000/СК/ Не работает;               -; СК; Не работает;                 ID_TEN_DIGITS
            90010110/СК/ Не работает;                 -; СК; Не работает;                 ID_WRONG_LENGTH
            900101100015/СК/ Не работает;             900101100015; СК; Не работает;      ID_CHECK_DIGIT
            901301100014/СК/ Не работает;             901301100014; СК; Не работает;      ID_IMPOSSIBLE_DATE
            900171300016/СК/ Не работает;             900171300016; СК; Не работает;      ID_NOT_IIN_NOR_BIN
            ХХХХХХХХХХХХ/СК/ Не работает;             -; СК; Не работает;                 ID_PLACEHOLDER
            XXXXXXXXXXXX/СК/ Не работает;             -; СК; Не работает;                 ID_PLACEHOLDER
            ИИН/БИН/СК/ Не работает;                  -; СК; Не работает;                 ID_PLACEHOLDER
            /СК/ Не работает;                         -; СК; Не работает;                 ID_NOT_IN_SUBJECT
            СК/ Не работает;                          -; СК; Не работает;                 ID_NOT_IN_SUBJECT
            Не работает вход;                         -; ``; Не работает вход;            ID_NOT_IN_SUBJECT SERVICE_CODE_MISSING
            900101100014/СК/;                         900101100014; СК; ``;               SUMMARY_MISSING
            900101100014/СК/ Краткое описание проблемы пользователя; 900101100014; СК; ``; SUMMARY_PLACEHOLDER
            RE: FW: 900101100014/СК/ Не работает;     900101100014; СК; Не работает;      SUBJECT_PREFIX
            Re[2]: 900101100014/СК/ Не работает;      900101100014; СК; Не работает;      SUBJECT_PREFIX
            Отв: 900101100014/СК/ Не работает;        900101100014; СК; Не работает;      SUBJECT_PREFIX
            [SPAM] 900101100014/СК/ Не работает;      900101100014; СК; Не работает;      SUBJECT_PREFIX
            Тема: 900101100014/СК/ Не работает;       900101100014; СК; Не работает;      SUBJECT_PREFIX
            900101100014/СК/ Ошибка 404/500 в деле 12/2026; 900101100014; СК; Ошибка 404/500 в деле 12/2026; -
            900101100014/СК/ 500;                     900101100014; СК; 500;              -
            940140000385/СК/ Не работает;             940140000385; СК; Не работает;      -
            «900101100014/СК/ Не работает»;           900101100014; СК; Не работает;      -
            """)
    void takesTheSubjectApart(String subject, String id, String code, String summary, String defects) {
        Submission read = SubmissionReader.read(new SubmissionText(subject, ""));

        assertThat(read.id().map(found -> found.id().digits()).orElse("-")).isEqualTo(id);
        assertThat(read.subject().serviceCodeRaw()).isEqualTo(code);
        assertThat(read.subject().summary()).isEqualTo(summary);
        List<String> codes = read.defects().stream()
                .filter(defect -> defect instanceof Defect.InSubject || defect instanceof Defect.InId)
                .map(Defect::code)
                .filter(found -> !found.equals("ID_NOT_IN_ITEM"))
                .toList();
        if (defects.equals("-")) {
            assertThat(codes).isEmpty();
        } else {
            assertThat(codes).contains(defects.split(" ", -1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            9001 0110 0014\\ck\\не входит; 900101100014/СК/ не входит
            RE: ХХХХХХХХХХХХ/СК/вход;      ХХХХХХХХХХХХ/СК/ вход
            """)
    void writesTheSubjectAsTheRegulationWantsIt(String subject, String canonical) {
        Submission read = SubmissionReader.read(new SubmissionText(subject, ""));

        assertThat(read.canonicalSubject()).isEqualTo(canonical);
    }
}
