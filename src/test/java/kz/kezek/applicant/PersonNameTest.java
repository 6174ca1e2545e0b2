package kz.kezek.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void shortensGivenNameAndPatronymic() {
        assertThat(PersonName.of("Ахметов Ерлан Маратұлы").shortForm()).isEqualTo("Ахметов Е. М.");
        assertThat(PersonName.of("Макетова М.М.").shortForm()).isEqualTo("Макетова М. М.");
        assertThat(PersonName.of("Ли").shortForm()).isEqualTo("Ли");
        assertThat(PersonName.of("Ким Ким").shortForm()).isEqualTo("Ким К.");
        assertThat(PersonName.of("  ").shortForm()).isEmpty();
    }

    @Test
    void tellsInitialsFromAGivenName() {
        assertThat(PersonName.of("Ахметов Ерлан").spelledOut()).isTrue();
        assertThat(PersonName.of("Макетова М.М.").spelledOut()).isFalse();
        assertThat(PersonName.of("Зарина").spelledOut()).isFalse();
    }
}
