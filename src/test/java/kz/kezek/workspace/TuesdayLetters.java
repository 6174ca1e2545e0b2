package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** The letters that the demonstration has sent by {@link TuesdayMorning}. */
final class TuesdayLetters {

    private TuesdayLetters() {}

    static SinkPage sink() {
        return new SinkPage(List.of(
                new SinkPage.Row(
                        "/demo/sink/2",
                        "вт, 24 ноября, 10:44",
                        "e.akhmetov@mail.kz",
                        "[СК-26-004812] Не подписывается исковое заявление"),
                new SinkPage.Row(
                        "/demo/sink/1",
                        "пн, 23 ноября, 17:50",
                        "e.akhmetov@mail.kz",
                        "[№ СК-26-004812] Обращение зарегистрировано")));
    }

    static SinkLetterPage sinkLetter() {
        return new SinkLetterPage(
                "[№ СК-26-004812] Обращение зарегистрировано",
                List.of(
                        new SinkLetterPage.Header("From", "office@sud.kz"),
                        new SinkLetterPage.Header("To", "e.akhmetov@mail.kz"),
                        new SinkLetterPage.Header("Message-ID", "<notice.4812@sud.kz>"),
                        new SinkLetterPage.Header("Auto-Submitted", "auto-replied")),
                "Уважаемый пользователь!\n\nОбращение зарегистрировано, номер СК-26-004812.\nОтветим до вт, 24 ноября, 11:20.\n\nРабочие дни, 09:00–18:30 (время Астаны). Телефон call-центра: 1401",
                Optional.of("/demo/sink/1/html"));
    }
}
