package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.RibbonView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern KEY = Pattern.compile("\"([a-z0-9]+(?:[.-][a-z0-9-]+)+)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasEveryKeyInEveryLanguageWithTheSameArguments(Language language) {
        var russian = Words.in(Language.RU);
        var words = Words.in(language);
        assertThat(words.keys()).isEqualTo(russian.keys());
        assertThat(words.keys()).allSatisfy(key -> {
            assertThat(arguments(words.pattern(key))).as(key).isEqualTo(arguments(russian.pattern(key)));
            assertThat(words.pattern(key)).as(key).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAWordForEveryValueThatAPageCanShow(Language language) {
        var words = Words.in(language);
        assertThat(shownKeys()).allSatisfy(key -> assertThat(words.pattern(key)).isNotBlank());
    }

    @Test
    void hasNoKeyThatNoPageShows() throws IOException {
        var used = new TreeSet<>(shownKeys());
        for (var source : sources()) {
            KEY.matcher(source).results().map(found -> found.group(1)).forEach(used::add);
        }
        assertThat(
                        Words.in(Language.RU).keys().stream()
                                .filter(key -> used.stream().noneMatch(key::equals))
                                .filter(
                                        key -> !key.matches(
                                                "(event|notice|error|ask|role|language|choice|item|theme|density|queue\\.empty|queue\\.filter)\\..*")))
                .isEmpty();
    }

    @Test
    void keepsPeoplesWordsOutOfTemplates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    CYRILLIC.matcher(Files.readString(file)).find())
                            .as(file.toString())
                            .isFalse());
        }
    }

    @Test
    void countsAsEachLanguageCounts() {
        assertThat(Stream.of(1, 2, 5, 21).map(n -> Words.in(Language.RU).text("applicant.tickets", n)))
                .containsExactly("1 обращение", "2 обращения", "5 обращений", "21 обращение");
        assertThat(Stream.of(1, 2).map(n -> Words.in(Language.EN).text("applicant.tickets", n)))
                .containsExactly("1 request", "2 requests");
        assertThat(Words.in(Language.KK).text("applicant.tickets", 5)).isEqualTo("5 өтініш");
    }

    @Test
    void saysWhichKeyIsMissing() {
        assertThatThrownBy(() -> Words.in(Language.KK).text("no.such.key"))
                .hasMessageContaining("no.such.key")
                .hasMessageContaining("workspace_kk");
    }

    @Test
    void givesEveryKazakhDraftToANativeReader() throws IOException {
        var russian = Words.in(Language.RU);
        var kazakh = Words.in(Language.KK);
        assertThat(Files.readAllLines(Path.of("docs/kazakh-review.md")))
                .filteredOn(line -> line.startsWith("| `"))
                .extracting(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2)))
                .containsAll(kazakh.keys().stream()
                        .map(key -> "| `" + key + "` | " + russian.pattern(key) + " | " + kazakh.pattern(key) + " ")
                        .toList());
    }

    private static Set<String> shownKeys() {
        return Stream.of(
                        Stream.of(Channel.values()).map(Channel::key),
                        Stream.of(Frame.Way.values()).map(Frame.Way::key),
                        Stream.of(Frame.Way.values())
                                .filter(way -> !Set.of(
                                                Frame.Way.SINK,
                                                Frame.Way.CALL,
                                                Frame.Way.SEARCH,
                                                Frame.Way.CANNED,
                                                Frame.Way.QUARANTINE,
                                                Frame.Way.LEDGER,
                                                Frame.Way.LETTERS,
                                                Frame.Way.KNOWLEDGE,
                                                Frame.Way.OUTBOX)
                                        .contains(way))
                                .map(way -> way.key() + ".short"),
                        Stream.of(QueueGroup.Kind.values())
                                .flatMap(kind -> Stream.of(kind.key(), kind.key() + ".count")),
                        Stream.of(SlaView.Clock.values()).flatMap(WordsTest::clockKeys),
                        Stream.of(TicketPage.Stage.values()).map(TicketPage.Stage::key),
                        Stream.of(TicketPage.Verb.values()).map(TicketPage.Verb::key),
                        Stream.of(kz.kezek.ticket.RelationOutcome.Hindrance.values())
                                .map(why -> "error.step." + why.word()),
                        Stream.of(kz.kezek.ticket.ParticipantRole.values()).map(role -> dashed("tie.role.", role)),
                        Stream.of(MessageView.Kind.values()).map(MessageView.Kind::key),
                        Stream.of("message.answer.tag", "message.request.tag"),
                        Stream.of(MessageView.Delivery.values()).map(MessageView.Delivery::key),
                        Stream.of(RibbonView.Moment.values()).flatMap(moment -> moment.key().stream()),
                        Stream.of("ribbon.sum.hours", "ribbon.sum.days"),
                        Stream.of(ComposerView.Mode.values())
                                .filter(mode -> mode != ComposerView.Mode.CLOSED)
                                .flatMap(mode -> Stream.of("label", "to", "consequence", "send", "busy", "done")
                                        .map(mode::key)),
                        Stream.of(SignInPage.Message.values()).map(SignInPage.Message::key),
                        Stream.of(FailurePage.Kind.values())
                                .flatMap(kind -> Stream.of(kind.key("heading"), kind.key("words"))),
                        Stream.of(ApplicantCard.Kind.values()).map(ApplicantCard.Kind::key),
                        Stream.of(KeyLine.values()).map(KeyLine::key),
                        CallForm.FIELDS.stream().map(field -> "call." + field),
                        Stream.of("address", "summary").map(field -> "call." + field + ".hint"),
                        Stream.of(kz.kezek.submission.FactKind.values()).map(kind -> dashed("fact.", kind)),
                        Stream.of("letter", "due", "free").map(kind -> "notification." + kind),
                        Stream.of("id", "phone", "name").map(by -> "call.match." + by),
                        Stream.of("to", "consequence", "send", "done").map(part -> "composer.told." + part),
                        LedgerFates.ALL.stream().map(LedgerFates::key),
                        Stream.of(kz.kezek.intake.QuarantineReason.values())
                                .map(value -> dashed("quarantine.reason.", value)),
                        Stream.of("ru", "kk", "en").map(tag -> "incident.confirm.count." + tag),
                        Stream.of(BulkController.Bulk.values()).map(act -> "bulk." + act.word() + ".name"),
                        Stream.of("bulk.assign", "bulk.mark-not-a-request")
                                .flatMap(act -> Stream.of(act + ".asked", act + ".do")),
                        kz.kezek.correspondence.LetterTextId.all().stream().map(id -> "letters.kind." + id.name()),
                        Stream.of(kz.kezek.correspondence.LetterSample.values())
                                .map(sample -> "letters.sample." + sample.word()),
                        Stream.of(kz.kezek.correspondence.TextFault.Kind.values())
                                .map(value -> dashed("letters.fault.", value)),
                        Stream.of("letters.done.published", "letters.done.nothing-new", "letters.done.tried"),
                        Stream.of(kz.kezek.correspondence.UnreadableReason.values())
                                .map(value -> dashed("quarantine.resend.", value)),
                        Stream.of(kz.kezek.correspondence.OutboxLetter.State.values())
                                .map(value -> dashed("outbox.state.", value)),
                        Stream.of(kz.kezek.correspondence.HandOver.Outcome.values())
                                .map(value -> dashed("outbox.outcome.", value)),
                        Stream.of(Language.values())
                                .flatMap(language -> Stream.of(
                                        "language." + language.tag(),
                                        "language." + language.tag() + ".in",
                                        "choice.language." + language.tag())),
                        Stream.of(1, 2, 3, 4, 5)
                                .flatMap(item -> Stream.of("item." + item + ".name", "item." + item + ".absent")))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String dashed(String group, Enum<?> value) {
        return group + value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Stream<String> clockKeys(SlaView.Clock clock) {
        return Stream.of(SlaView.State.values())
                .map(state -> new SlaView(clock, state, "", "", 0, SlaView.Ticking.STILL))
                .flatMap(sla -> Stream.of(sla.leftKey(), sla.labelKey(), sla.longLabelKey()));
    }

    private static List<String> sources() throws IOException {
        try (var templates = Files.walk(TEMPLATES);
                var classes = Files.walk(Path.of("src/main/java/kz/kezek/workspace"));
                var drawing = Files.walk(Path.of("src/main/java/kz/kezek/drawing"))) {
            return Stream.of(templates, classes, drawing)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .map(WordsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
