package kz.kezek.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "СК-26-004812",
                "Re: [№ СК-26-004812] Обращение зарегистрировано",
                "RE: [№ СК-2026-004812] Запрос",
                "CK-26-004812",
                "SK-26-004812",
                "ск – 26 – 004812 ответ"
            })
    void findsTheNumberHoweverItIsTyped(String text) {
        assertThat(TicketNumber.find(text)).contains(new TicketNumber(26, 4812));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "900101100014/СК/ Ошибка", "СК-26-4812", "РИСК-26-004812", "СК-26-000000", "СК-26-0048120000"
            })
    void findsNoneInOtherText(String text) {
        assertThat(TicketNumber.find(text)).isEmpty();
    }

    @Test
    void readsOnlyAWholeNumber() {
        assertThat(TicketNumber.read("SK-26-004812")).contains(new TicketNumber(26, 4812));
        assertThat(TicketNumber.read("x SK-26-004812")).isEmpty();
    }

    @Test
    void isWrittenInCyrillicAndInAscii() {
        var number = new TicketNumber(26, 4812);
        assertThat(number).hasToString("СК-26-004812");
        assertThat(number.ascii()).isEqualTo("SK-26-004812");
    }

    @Test
    void refusesWhatNoTicketHas() {
        assertThatThrownBy(() -> new TicketNumber(126, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TicketNumber(26, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
