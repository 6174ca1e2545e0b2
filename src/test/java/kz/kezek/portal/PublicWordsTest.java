package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasEveryKeyInEveryLanguageWithTheSameArguments(Language language) {
        var russian = PublicWords.in(Language.RU);
        var words = PublicWords.in(language);
        assertThat(words.keys()).isEqualTo(russian.keys());
        assertThat(words.keys()).allSatisfy(key -> {
            assertThat(words.pattern(key)).as(key).isNotBlank();
            assertThat(arguments(words.pattern(key))).as(key).isEqualTo(arguments(russian.pattern(key)));
        });
    }

    @Test
    void givesEveryKazakhDraftToANativeReader() throws IOException {
        var russian = PublicWords.in(Language.RU);
        var kazakh = PublicWords.in(Language.KK);
        assertThat(Files.readAllLines(Path.of("docs/kazakh-review.md")))
                .filteredOn(line -> line.startsWith("| `"))
                .extracting(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2)))
                .containsAll(kazakh.keys().stream()
                        .map(key -> "| `" + key + "` | " + russian.pattern(key) + " | " + kazakh.pattern(key) + " ")
                        .toList());
    }

    private static Set<String> arguments(String pattern) {
        var parsed = new MessagePattern(pattern);
        var names = new TreeSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }
}
