package kz.kezek.correspondence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterContent.AcceptanceNotice;
import kz.kezek.correspondence.LetterContent.Answer;
import kz.kezek.correspondence.LetterContent.DeadlineMoved;
import kz.kezek.correspondence.LetterContent.Discontinuation;
import kz.kezek.correspondence.LetterContent.FormReading;
import kz.kezek.correspondence.LetterContent.InformationRequest;
import kz.kezek.correspondence.LetterContent.OutOfScope;
import kz.kezek.correspondence.LetterContent.PrivateKeyRefused;
import kz.kezek.correspondence.LetterContent.Registration;
import kz.kezek.correspondence.LetterContent.Reminder;
import kz.kezek.correspondence.LetterContent.Reopened;
import kz.kezek.correspondence.LetterContent.Unreadable;
import kz.kezek.correspondence.LetterLabels.Question;

/** A letter of every kind in every language, as the desk of «Судебный кабинет» would send it. */
final class SampleLetters {

    static final String NUMBER = "СК-26-000001";
    static final Recipient APPLICANT = new Recipient("erlan@example.kz");
    static final SecretKey KEY =
            new SecretKeySpec("a key for tests only".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    static final Desk DESK = new Desk(
            new Recipient("office@sud.kz"),
            Map.of(),
            new Desk.Hours(LocalTime.of(9, 0), LocalTime.of(18, 30)),
            "1401",
            new Desk.Terms(72, 2, 10));
    private static final LetterTemplates TEXTS = LetterTemplates.shipped();
    static final LetterComposer COMPOSER = new LetterComposer(DESK, KEY, () -> TEXTS);
    static final UUID LETTER_ID = UUID.fromString("0198c7a2-5d0e-7c3a-9b41-2f6d8e1a0c55");
    static final String MESSAGE_ID = MessageIds.of(LETTER_ID, "sud.kz");
    static final Instant AT = Instant.parse("2026-11-23T12:50:07Z");
    static final Map<Language, URI> STATUS_URLS = Map.of(
            Language.RU, URI.create("https://support.sud.kz/s/7Qm4xVt2"),
            Language.KK, URI.create("https://support.sud.kz/s/7Qm4xVt2?lang=kk"),
            Language.EN, URI.create("https://support.sud.kz/s/7Qm4xVt2?lang=en"));

    private static final LetterLabels LABELS = new LetterLabels();

    private SampleLetters() {}

    static LetterEnvelope envelope() {
        return LetterEnvelope.to(APPLICANT, MESSAGE_ID, AT);
    }

    static ComposedLetter compose(LetterText text) {
        return COMPOSER.compose(text, envelope());
    }

    static LetterText letter(LetterKind kind, Language... languages) {
        List<LetterVersion> versions = List.of(languages).stream()
                .map(language -> new LetterVersion(language, content(kind, language)))
                .toList();
        return new LetterText(versions, STATUS_URLS, List.of());
    }

    static LetterContent content(LetterKind kind, Language language) {
        return switch (kind) {
            case ACCEPTANCE_NOTICE ->
                new AcceptanceNotice(NUMBER, registration(language), due(language), FormReading.NONE);
            case ACCEPTANCE_NOTICE_INCOMPLETE ->
                new AcceptanceNotice(NUMBER, registration(language), due(language), reading(language));
            case INFORMATION_REQUEST ->
                new InformationRequest(NUMBER, questions(language), instructions(language), replyDue(language));
            case REMINDER -> new Reminder(NUMBER, moment(language, 23), questions(language), replyDue(language), "48");
            case ANSWER -> new Answer(NUMBER, summary(language), answer(language));
            case DISCONTINUATION -> new Discontinuation(NUMBER, moment(language, 12), moment(language, 24), false);
            case REOPENED -> new Reopened(NUMBER, moment(language, 23), due(language));
            case DEADLINE_MOVED -> new DeadlineMoved(NUMBER, true, moment(language, 23), due(language));
            case UNREADABLE ->
                new Unreadable(
                        moment(language, 23),
                        UnreadableReason.ENCRYPTED,
                        25,
                        Optional.of(URI.create("https://support.sud.kz/rules")));
            case PRIVATE_KEY_REFUSED ->
                new PrivateKeyRefused(NUMBER, List.of("AUTH_RSA256_4f2a.p12"), true, moment(language, 23));
            case ADDRESS_CONFIRMATION -> new LetterContent.AddressConfirmation(summary(language), moment(language, 24));
            case STATUS_LINK -> new LetterContent.StatusLink(NUMBER);
            case OUT_OF_SCOPE -> new OutOfScope(NUMBER, competentBody(language));
            case ALARM -> new LetterContent.Alarm("Door smtp is closed", "", "2026-11-24 10:44", false);
        };
    }

    static Due due(Language language) {
        return new Due(moment(language, 24), explanation(language), OptionalInt.of(22));
    }

    private static Due replyDue(Language language) {
        return Due.of(moment(language, 27), "");
    }

    private static Registration registration(Language language) {
        return new Registration(summary(language), "••••••••0417", moment(language, 23), moment(language, 23));
    }

    private static FormReading reading(Language language) {
        return new FormReadings(LABELS, language).of(IncompleteTicket.withoutJavaAndEds(summary(language)));
    }

    private static List<String> questions(Language language) {
        return List.of(
                LABELS.question(language, Question.OCCURRED_AT),
                LABELS.question(language, Question.SCREENSHOTS),
                LABELS.question(language, Question.SERVICE_PACK));
    }

    private static String summary(Language language) {
        return switch (language) {
            case RU -> "Не подписывается исковое заявление";
            case KK -> "Талап қою арызына қол қойылмайды";
            case EN -> "A statement of claim cannot be signed";
        };
    }

    private static String explanation(Language language) {
        return switch (language) {
            case RU ->
                "Срок первого ответа 3 рабочих часа. Сегодня пройдёт 40 минут, остальное завтра с 09:00. Время Астаны.";
            case KK ->
                "Бірінші жауап мерзімі — 3 жұмыс сағаты. Бүгін 40 минут өтеді, қалғаны ертең 09:00-ден бастап. Астана уақыты.";
            case EN ->
                "The first reply is due in 3 working hours. 40 minutes pass today, the rest tomorrow from 09:00. Astana time.";
        };
    }

    static String moment(Language language, int day) {
        return switch (language) {
            case RU -> day + " ноября 2026 г., 11:20";
            case KK -> "2026 жылғы " + day + " қараша, 11:20";
            case EN -> day + " November 2026, 11:20";
        };
    }

    private static String instructions(Language language) {
        return switch (language) {
            case RU -> """
                1. Закройте браузер и NCALayer.
                2. Запустите NCALayer заново.
                3. Повторите подписание.

                Подробно: https://support.sud.kz/kb/014.
                """;
            case KK -> """
                1. Браузер мен NCALayer бағдарламасын жабыңыз.
                2. NCALayer бағдарламасын қайта іске қосыңыз.
                3. Қол қоюды қайталаңыз.

                Толығырақ: https://support.sud.kz/kb/014.
                """;
            case EN -> """
                1. Close the browser and NCALayer.
                2. Start NCALayer again.
                3. Repeat the signing.

                Details: https://support.sud.kz/kb/014.
                """;
        };
    }

    private static String answer(Language language) {
        return switch (language) {
            case RU -> """
                Ошибка возникает из-за устаревшей версии NCALayer: она не видит хранилище ключей.

                Чтобы подписать заявление:
                - обновите NCALayer до версии 1.4 ([инструкция](https://support.sud.kz/kb/014));
                - перезапустите браузер;
                - подпишите документ ключом RSA.

                Файл заявления сохранён в черновиках, загружать его заново не нужно.
                """;
            case KK -> """
                Қате NCALayer бағдарламасының ескі нұсқасынан туындайды: ол кілттер қоймасын көрмейді.

                Арызға қол қою үшін:
                - NCALayer бағдарламасын 1.4 нұсқасына дейін жаңартыңыз ([нұсқаулық](https://support.sud.kz/kb/014));
                - браузерді қайта іске қосыңыз;
                - құжатқа RSA кілтімен қол қойыңыз.
                """;
            case EN -> """
                The error comes from an outdated NCALayer: it does not see the key store.

                To sign the statement:
                - update NCALayer to version 1.4 ([instruction](https://support.sud.kz/kb/014));
                - restart the browser;
                - sign the document with the RSA key.
                """;
        };
    }

    private static String competentBody(Language language) {
        return switch (language) {
            case RU -> "канцелярия суда, в котором рассматривается дело, или call-центр 1401";
            case KK -> "іс қаралып жатқан соттың кеңсесі немесе 1401 байланыс орталығы";
            case EN -> "the registry of the court hearing the case, or the call centre 1401";
        };
    }
}
