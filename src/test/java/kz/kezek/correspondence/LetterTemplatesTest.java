package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTemplatesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[#^/]?(\\w+)}}");

    @Test
    void failsOnAVariableNobodyGives() {
        LetterTemplate template = LetterTemplates.shipped().letter(LetterKind.OUT_OF_SCOPE, Language.RU);

        assertThatThrownBy(() -> template.render("subject", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("letters/out-of-scope.ru.mustache")
                .hasMessageContaining("ticketNumber");
    }

    @Test
    void failsOnAPartLettersDoNotKnow() {
        assertThatThrownBy(
                        () -> LetterTemplate.of("letters/out-of-scope.ru.mustache", "== title\nx", List.of("subject")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown part");
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void givesTheSameFactsInEveryLanguage(LetterKind kind) {
        assertThat(variables(kind, Language.KK)).isEqualTo(variables(kind, Language.RU));
        assertThat(variables(kind, Language.EN)).isEqualTo(variables(kind, Language.RU));
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void saysInTheShortVersionOnlyWhatNeedsNoTranslation(LetterKind kind) {
        for (Language language : Language.values()) {
            String text = LetterResource.text(kind.fileName() + "." + language.tag() + ".mustache");
            String brief = text.substring(text.indexOf("== brief"), text.indexOf("== title"));
            assertThat(VARIABLE.matcher(brief).results().map(found -> found.group(1)))
                    .isSubsetOf("ticketNumber", "keyAttachment");
        }
    }

    private static TreeSet<String> variables(LetterKind kind, Language language) {
        String text = LetterResource.text(kind.fileName() + "." + language.tag() + ".mustache");
        TreeSet<String> variables = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(found -> variables.add(found.group(1)));
        return variables;
    }
}
