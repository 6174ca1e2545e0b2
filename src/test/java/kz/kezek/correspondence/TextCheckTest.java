package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.TextFault.Kind;
import kz.kezek.regulation.Regulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCheckTest {

    private static final Regulation RULES = Regulation.inForce();
    private static final TextCheck CHECK =
            TextCheck.of(CorrespondenceConfiguration.deskOf(RULES), new LetterSamples(RULES, RULES.calendar()));
    private static final LetterTemplates SHIPPED = LetterTemplates.shipped();
    private static final LetterTextId REMINDER = LetterTextId.of(LetterKind.REMINDER, Language.RU);

    @Test
    void findsNothingWrongWithAnyTextOfTheProgram() {
        assertThat(LetterTextId.all())
                .allSatisfy(id ->
                        assertThat(CHECK.faults(id, id.shipped(), SHIPPED)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{{due}} ! {{dueDate}} ! UNKNOWN_VARIABLE ! dueDate",
                "{{n}}) ! {{percent}}) ! UNKNOWN_VARIABLE ! percent",
                "{{/items}} ! '' ! SECTION_NOT_ENDED ! items",
                "{{#items}} ! '' ! SECTION_NOT_BEGUN ! items",
                "{{requestedAt}} ! {{requestedAt ! UNFINISHED_VARIABLE ! ''",
                "{{requestedAt}} ! {{>requestedAt}} ! NOT_ALLOWED ! >requestedAt",
                "{{requestedAt}} ! {{{requestedAt}}} ! NOT_ALLOWED ! {requestedAt",
                "{{requestedAt}} ! {{=<% %>=}} ! NOT_ALLOWED ! =<% %>=",
                "== headline ! == hedline ! UNKNOWN_PART ! hedline",
                "== subject ! == text ! MISSING_PART ! subject",
                "== brief ! == brief {{due}} ! UNKNOWN_PART ! brief {{due}}",
                "ждём Ваш ответ на запрос ! {{due}} ! NOT_IN_BRIEF ! due",
                "[№ {{ticketNumber}}] Напоминание ! Напоминание ! VARIABLE_NEEDED ! ticketNumber",
                "== note ! == bar ! BAR_IS_NO_NUMBER ! ''"
            })
    void namesTheFaultItsPlaceAndItsObject(String before, String after, Kind kind, String name) {
        String shipped = REMINDER.shipped();
        assertThat(shipped).contains(before);
        String text = shipped.replace(before, after);

        List<TextFault> faults = CHECK.faults(REMINDER, text, SHIPPED);

        assertThat(faults).extracting(TextFault::kind).contains(kind);
        assertThat(faults).filteredOn(fault -> fault.kind() == kind).first().satisfies(fault -> {
            assertThat(fault.name()).isEqualTo(name);
            assertThat(fault.line()).isBetween(1, Math.toIntExact(text.lines().count()));
        });
    }

    @Test
    void saysTheLineOfAVariableDeepInAPart() {
        String text = REMINDER.shipped().replace("{{text}}", "{{words}}");

        assertThat(CHECK.faults(REMINDER, text, SHIPPED)).singleElement().satisfies(fault -> {
            assertThat(text.lines().toList().get(fault.line() - 1)).contains("{{words}}");
            assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_VARIABLE);
        });
    }

    @Test
    void knowsElementsOfAListOnlyWithinIt() {
        String text = REMINDER.shipped().replace("== headline\n", "== headline\n{{text}} ");

        assertThat(CHECK.faults(REMINDER, text, SHIPPED))
                .extracting(TextFault::kind)
                .containsExactly(Kind.UNKNOWN_VARIABLE);
    }

    @Test
    void refusesWhatIsTooLongOrWouldMakeALetterTooHeavy() {
        String heavy = REMINDER.shipped() + "\n== text\n" + "Слово и ещё слово. ".repeat(300);

        assertThat(CHECK.faults(REMINDER, heavy, SHIPPED))
                .extracting(TextFault::kind)
                .containsExactly(Kind.TOO_HEAVY);
        assertThat(CHECK.faults(REMINDER, "x".repeat(TextCheck.LONGEST + 1), SHIPPED))
                .extracting(TextFault::kind)
                .containsExactly(Kind.TOO_LONG);
        assertThat(CHECK.faults(REMINDER, "Слова\n" + REMINDER.shipped(), SHIPPED))
                .containsExactly(new TextFault(Kind.OUTSIDE_PARTS, 1, ""));
    }

    @Test
    void showsWhatBecameOfEachLine() {
        assertThat(TextDiff.between("a\nb\nc\n", "a\nx\nc\nd\n"))
                .extracting(line -> line.change() + " " + line.text())
                .containsExactly("STAYED a", "REMOVED b", "ADDED x", "STAYED c", "ADDED d");
    }
}
