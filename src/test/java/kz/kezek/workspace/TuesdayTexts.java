package kz.kezek.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterTextId;
import kz.kezek.workspace.LetterTextPage.Choice;

/** The texts of letters on Tuesday morning: the reminder was changed. */
final class TuesdayTexts {

    private static final LetterTextId REMINDER =
            LetterTextId.read("reminder", "ru").orElseThrow();
    private static final String HREF = "/admin/letters/reminder/ru";

    private TuesdayTexts() {}

    static LetterTextsPage all() {
        return new LetterTextsPage(LetterTextId.all().stream()
                .map(LetterTextId::name)
                .distinct()
                .map(name -> new LetterTextsPage.Row(
                        name.equals("reminder") ? "Напоминание о Запросе" : "Письмо " + name,
                        Arrays.stream(Language.values())
                                .map(language -> new LetterTextsPage.Cell(
                                        "/admin/letters/" + name + "/" + language.tag(),
                                        language.tag(),
                                        name.equals("reminder") && language == Language.RU
                                                ? "Айгерим Сейтова, пн, 23 ноября, 16:05"
                                                : ""))
                                .toList()))
                .toList());
    }

    static LetterTextPage changed() {
        return page(List.of(), Optional.of("Опубликовано, письма уже пишутся так."), 2);
    }

    static LetterTextPage faulty() {
        return page(
                List.of(
                        "Строка 17: у этого письма нет переменной dueDate",
                        "Строка 22: раздел items не закрыт в своей части"),
                Optional.empty(),
                2);
    }

    private static LetterTextPage page(List<String> faults, Optional<String> done, int basedOn) {
        return new LetterTextPage(
                "Напоминание о Запросе",
                Stream.of("Русский", "Қазақша", "English")
                        .map(label -> new Choice(label, HREF, label.equals("Русский")))
                        .toList(),
                Stream.of("Первое", "Второе", "Последнее")
                        .map(label -> new Choice(label, HREF, label.equals("Первое")))
                        .toList(),
                new LetterTextPage.Shown(
                        "[№ СК-26-000000] Напоминание: ждём Ваш ответ",
                        "Уважаемый пользователь!\n\nОтвет пока не получен.\n",
                        "/demo/sink/1/html"),
                new LetterTextPage.Editing(
                        HREF, "first-reminder", "ru", REMINDER.shipped(), basedOn, "a.s@sud.kz", faults),
                List.of("due", "explanation", "items: n, text", "left", "ticketNumber"),
                List.of(
                        new LetterTextPage.Version(2, "Версия 2", "Айгерим Сейтова", "пн, 23 ноября, 16:05", true),
                        new LetterTextPage.Version(1, "Версия 1", "Данияр Омаров", "пт, 20 ноября, 11:40", false),
                        new LetterTextPage.Version(0, "Текст программы", "", "", false)),
                List.of(
                        new LetterTextPage.Difference("stayed", "== text"),
                        new LetterTextPage.Difference("removed", "Ответ пока не получен."),
                        new LetterTextPage.Difference("added", "Мы ещё не получили Ваш ответ.")),
                done);
    }
}
