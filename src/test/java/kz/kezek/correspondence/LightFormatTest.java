package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.kezek.correspondence.LetterPage.Block;
import kz.kezek.correspondence.LetterPage.Items;
import kz.kezek.correspondence.LetterPage.Paragraph;
import kz.kezek.correspondence.LetterPage.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightFormatTest {

    @Test
    void partsParagraphsAtEmptyLinesAndKeepsTheirLines() {
        List<Block> blocks = LightFormat.readWithLinks("one\ntwo\n \nthree");

        assertThat(blocks).hasSize(2);
        assertThat(((Paragraph) blocks.get(0)).lines()).hasSize(2);
        assertThat(((Paragraph) blocks.get(1)).lines().getFirst().runs()).containsExactly(Run.of("three"));
    }

    @Test
    void readsListsWithTheirMarks() {
        List<Block> blocks = LightFormat.readWithLinks("do:\n- a\n* b\n10) c\n   and more\nafter");

        assertThat(blocks).hasSize(3);
        Items items = (Items) blocks.get(1);
        assertThat(items.items()).extracting(LetterPage.Item::mark).containsExactly("•", "•", "10)");
        assertThat(items.items().getLast().line().runs()).containsExactly(Run.of("c"), Run.of(" "), Run.of("and more"));
    }

    @Test
    void makesTheNumberStrongWithItsSign() {
        List<Block> blocks = LightFormat.read("По № СК-1 и СК-1, см. https://a.kz", "СК-1");

        assertThat(((Paragraph) blocks.getFirst()).lines().getFirst().runs())
                .containsExactly(
                        Run.of("По "),
                        Run.strong("№ СК-1"),
                        Run.of(" и "),
                        Run.strong("СК-1"),
                        Run.of(", см. https://a.kz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 degrees", "23.11.2026 wrote", "2026. A year", "*bold*", "1.4 is new"})
    void takesNoOtherLineForAListItem(String line) {
        assertThat(LightFormat.readWithLinks(line)).singleElement().isInstanceOf(Paragraph.class);
    }

    @Test
    void linksAddressesWithoutThePunctuationAfterThem() {
        assertThat(runs("See https://a.kz/b?c=1, then [the page](http://d.kz/)."))
                .containsExactly(
                        Run.of("See "),
                        Run.link("https://a.kz/b?c=1", "https://a.kz/b?c=1"),
                        Run.of(", then "),
                        Run.link("the page", "http://d.kz/"),
                        Run.of("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "https://",
                "https://sud.kz@evil.example/",
                "https://a.kz|b",
                "ftp://a.kz/",
                "[](https://)"
            })
    void linksNothingUnsound(String text) {
        assertThat(runs(text)).allSatisfy(run -> assertThat(run.url()).isEqualTo(Optional.empty()));
        assertThat(String.join("", runs(text).stream().map(Run::text).toList())).isEqualTo(text);
    }

    private static List<Run> runs(String line) {
        return ((Paragraph) LightFormat.readWithLinks(line).getFirst())
                .lines()
                .getFirst()
                .runs();
    }
}
