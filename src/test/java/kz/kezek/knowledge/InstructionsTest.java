package kz.kezek.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import kz.kezek.SettableClock;
import kz.kezek.TestDatabase;
import kz.kezek.applicant.Language;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.knowledge.Instructions.Draft;
import kz.kezek.knowledge.Instructions.Publication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InstructionsTest {

    private static final Instant AT = Instant.parse("2026-11-23T05:15:00Z");
    private static final Actor SUPERVISOR = new Actor.AgentActor(7);
    private static final LocalDate REVIEW = LocalDate.parse("2027-05-23");

    private final TestDatabase database = TestDatabase.fresh();
    private TransactionTemplate transaction;
    private Journal journal;
    private Instructions instructions;

    @BeforeEach
    void sow() {
        var jdbc = JdbcClient.create(database.dataSource());
        transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        journal = new Journal(jdbc);
        instructions = new Instructions(jdbc, journal);
        new InstructionSeeds(instructions, new SettableClock(AT)).sow();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beginsWithWhatIsKnownAboutProblemsInThreeLanguagesAndNothingForAgentsOnly() {
        assertThat(instructions.all()).hasSize(31).allSatisfy(each -> {
            assertThat(each.texts().areComplete()).as(each.slug()).isTrue();
            assertThat(each.version()).isEqualTo(1);
            assertThat(each.reviewOn()).isEqualTo(REVIEW);
        });
        assertThat(instructions.forProblem("SEC-01")).isEmpty();
        var first = instructions.forProblem("NCA-01").orElseThrow();
        assertThat(first.slug()).isEqualTo("ncalayer-is-not-running-or-not-installed");
        assertThat(first.in(Language.RU).steps())
                .first()
                .isEqualTo("Запустите NCALayer (значок в области уведомлений рядом с часами).");
    }

    @Test
    void keepsAStepWithAnAbbreviationInOnePiece() {
        assertThat(instructions
                        .forProblem("NCA-04")
                        .orElseThrow()
                        .in(Language.RU)
                        .steps())
                .containsExactly(
                        "Закройте NCALayer через меню значка, завершите второй экземпляр (в т. ч. KAZTOKEN desktop), запустите снова.",
                        "Добавьте NCALayer в исключения антивируса.");
    }

    @Test
    void sowsOnceAndLeavesWhatPeopleChanged() {
        var draft = draft("ncalayer-is-not-running-or-not-installed", "Наш текст");
        assertThat(publish(draft)).isEqualTo(Publication.PUBLISHED);

        new InstructionSeeds(instructions, new SettableClock(AT)).sow();

        assertThat(instructions.all()).hasSize(31);
        var now = instructions.forProblem("NCA-01").orElseThrow();
        assertThat(now.in(Language.RU).title()).isEqualTo("Наш текст");
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.publishedBy()).isEqualTo("agent:7");
    }

    @Test
    void keepsEveryVersionAndTellsTheJournal() {
        publish(draft("how-to-scan", "Как сканировать"));
        publish(draft("how-to-scan", "Как сканировать документы"));

        assertThat(instructions.versions("how-to-scan"))
                .extracting(each -> each.version() + " " + each.in(Language.RU).title())
                .containsExactly("2 Как сканировать документы", "1 Как сканировать");
        assertThat(journal.entries("instructions", 0, 10))
                .extracting(entry -> entry.act().action() + " " + entry.act().subject())
                .containsExactly("instruction.published how-to-scan", "instruction.published how-to-scan");
    }

    @Test
    void publishesNothingThatIsIncompleteOrHasNoSoundAddress() {
        assertThat(publish(draft("Как сканировать", "Как сканировать"))).isEqualTo(Publication.NOT_A_SLUG);
        var russianOnly = new InstructionTexts(
                new InstructionText("Как", List.of("Шаг")),
                new InstructionText("", List.of()),
                new InstructionText("How", List.of("Step")));
        assertThat(publish(new Draft("how", "site", REVIEW, russianOnly))).isEqualTo(Publication.INCOMPLETE);
        assertThat(instructions.find("how")).isEmpty();
    }

    @Test
    void findsByTheProblemToldAndByWordsInAnyOfTheThreeLanguages() {
        assertThat(slugs("Не удалось подключиться к NCALayer", Language.RU))
                .first()
                .isEqualTo("ncalayer-is-not-running-or-not-installed");
        assertThat(slugs("оплатить госпошлину", Language.RU)).first().asString().contains("fee");
        assertThat(slugs("құпиясөзді ұмыттым", Language.KK)).first().asString().contains("password");
        assertThat(slugs("payment of the fee", Language.EN)).first().asString().contains("fee");
        assertThat(slugs("qqq zzz", Language.EN)).isEmpty();
        assertThat(slugs("", Language.RU)).isEmpty();
    }

    @Test
    void countsAVisitorOnceAndEachSendingByAgents() {
        String slug = instructions.all().getFirst().slug();
        byte[] reader = new byte[32];
        byte[] another = new byte[32];
        another[0] = 1;
        done(() -> {
            instructions.vote(slug, reader, true, AT);
            instructions.vote(slug, reader, true, AT);
            instructions.vote(slug, another, true, AT);
            instructions.vote(slug, another, false, AT);
            instructions.sent(slug);
            instructions.sent(slug);
            return true;
        });
        assertThat(instructions.find(slug).orElseThrow().usage()).isEqualTo(new Instruction.Usage(2, 1, 1));
    }

    @Test
    void showsAWithdrawnOneNowhereUntilItIsRestored() {
        String slug = "ncalayer-is-not-running-or-not-installed";
        done(() -> {
            instructions.withdraw(slug, SUPERVISOR, AT);
            return true;
        });
        assertThat(instructions.forProblem("NCA-01")).isEmpty();
        assertThat(slugs("Не удалось подключиться к NCALayer", Language.RU)).doesNotContain(slug);
        assertThat(instructions.find(slug).orElseThrow().withdrawn()).isTrue();
        done(() -> {
            instructions.restore(slug, SUPERVISOR, AT);
            return true;
        });
        assertThat(instructions.forProblem("NCA-01")).isPresent();
    }

    private List<String> slugs(String text, Language language) {
        return instructions.about(text, language, 3).stream()
                .map(Instruction::slug)
                .toList();
    }

    private Publication publish(Draft draft) {
        return done(() -> instructions.publish(draft, SUPERVISOR, AT));
    }

    private <T> T done(Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static Draft draft(String slug, String title) {
        return new Draft(
                slug,
                "site",
                REVIEW,
                new InstructionTexts(
                        new InstructionText(title, List.of("Первый шаг", "Второй шаг")),
                        new InstructionText("Қазақша", List.of("Қадам")),
                        new InstructionText("English", List.of("Step"))));
    }
}
