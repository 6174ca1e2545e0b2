package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTextTest {

    @Test
    void breaksLongLinesAfterASpaceAndLeavesShortOnesAlone() {
        String flowed = FlowedText.of("короткая\n" + "слово ".repeat(30));

        assertThat(flowed.split("\r\n"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
        assertThat(flowed).startsWith("короткая\r\nслово").contains("слово \r\nслово");
    }

    @Test
    void neverBreaksAWebAddress() {
        String url = "https://support.sud.kz/s/" + "x".repeat(200);

        assertThat(FlowedText.of("here: " + url + " now")).isEqualTo("here: \r\n" + url + " \r\nnow\r\n");
    }

    @Test
    void stuffsLinesThatWouldBeMistaken() {
        assertThat(FlowedText.of("> a\nFrom b\n c\nd  ")).isEqualTo(" > a\r\n From b\r\n  c\r\nd\r\n");
    }
}
