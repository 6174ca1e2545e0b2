package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String OF_128 =
            "correct horse battery staple ".repeat(5).substring(0, 128);

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "двенадцать б", "correct horse battery staple", "😀😁😂🤣😃😄😅😆😉😊😋😎"})
    void acceptsTwelveCharactersOfAnyAlphabetWithoutRulesOfComposition(String password) {
        assertThat(rules.defects(password, "a.seit")).isEmpty();
    }

    @Test
    void accepts128CharactersAndNotOneMore() {
        assertThat(rules.defects(OF_128, "a.seit")).isEmpty();
        assertThat(rules.defects(OF_128 + "x", "a.seit")).containsExactly(PasswordDefect.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "eleven char, TOO_SHORT",
        "Qwerty123456, COMMON",
        "ПАРОЛЬ123456, COMMON",
        "administrator, COMMON",
        "abcabcabcabcabc, REPETITIVE",
        "my a.seit password, CONTAINS_LOGIN"
    })
    void namesTheRuleThatIsBroken(String password, PasswordDefect defect) {
        assertThat(rules.defects(password, "a.seit")).containsExactly(defect);
    }

    @Test
    void returnsEveryDefectAtOnce() {
        assertThat(rules.defects("aaa.seit", "a.seit"))
                .isEqualTo(Set.of(PasswordDefect.TOO_SHORT, PasswordDefect.CONTAINS_LOGIN));
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSamePassword() {
        assertThat(PasswordRules.canonical("и\u0306од")).isEqualTo(PasswordRules.canonical("йод"));
    }
}
