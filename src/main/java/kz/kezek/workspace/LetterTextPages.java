package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.ComposedLetter;
import kz.kezek.correspondence.LetterSample;
import kz.kezek.correspondence.LetterTextId;
import kz.kezek.correspondence.LetterTexts;
import kz.kezek.correspondence.Recipient;
import kz.kezek.correspondence.TextDiff;
import kz.kezek.correspondence.TextFault;
import kz.kezek.correspondence.TextVersion;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.identity.Agent;
import kz.kezek.identity.AgentId;
import kz.kezek.identity.Directory;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.workspace.LetterTextsController.Written;
import org.springframework.stereotype.Component;

/** Gathers what the pages of letters' texts show. */
@Component
class LetterTextPages {

    private final LetterTexts texts;
    private final Directory directory;

    LetterTextPages(LetterTexts texts, Directory directory) {
        this.texts = texts;
        this.directory = directory;
    }

    static String href(LetterTextId id) {
        return "/admin/letters/" + id.name() + "/" + id.language().tag();
    }

    LetterTextsPage all(Moments moments) {
        Map<LetterTextId, TextVersion> changed = texts.changed().stream()
                .filter(version -> version.text().isPresent())
                .collect(Collectors.toMap(TextVersion::id, Function.identity()));
        Map<AgentId, Agent> people = directory.find(
                changed.values().stream().map(TextVersion::author).distinct().toList());
        Map<String, List<LetterTextsPage.Cell>> rows = new LinkedHashMap<>();
        for (LetterTextId id : LetterTextId.all()) {
            String state = Optional.ofNullable(changed.get(id))
                    .map(version -> author(version, people) + ", " + moments.full(version.publishedAt()))
                    .orElse("");
            rows.computeIfAbsent(id.name(), first -> new ArrayList<>())
                    .add(new LetterTextsPage.Cell(href(id), id.language().tag(), state));
        }
        return new LetterTextsPage(rows.entrySet().stream()
                .map(row -> new LetterTextsPage.Row(name(row.getKey(), moments.words()), row.getValue()))
                .toList());
    }

    /** The page of a text as it is in force. */
    LetterTextPage one(LetterTextId id, LetterSample sample, String done, Moments moments, SignedInAgent agent) {
        String text = inForce(id);
        Written written = new Written(text, basedOn(id), sample.word(), ownAddress(agent));
        Optional<String> said = Stream.of("published", "nothing-new")
                .filter(done::equals)
                .map(word -> moments.words().text("letters.done." + word))
                .findFirst();
        return page(id, sample, written, faults(texts.faults(id, text), moments.words()), said, moments);
    }

    /** The same with a text that was sent out on trial. */
    LetterTextPage tried(LetterTextId id, LetterSample sample, Written written, Moments moments) {
        String said =
                moments.words().text("letters.done.tried", written.address().strip());
        return page(id, sample, written, List.of(), Optional.of(said), moments);
    }

    /** The same with a text that was refused. */
    LetterTextPage faulty(LetterTextId id, LetterSample sample, Written written, List<String> faults, Moments moments) {
        return page(id, sample, written, faults, Optional.empty(), moments);
    }

    private LetterTextPage page(
            LetterTextId id,
            LetterSample sample,
            Written written,
            List<String> faults,
            Optional<String> done,
            Moments moments) {
        Phrases words = moments.words();
        ComposedLetter shown = preview(id, sample);
        return new LetterTextPage(
                name(id.name(), words),
                Arrays.stream(Language.values())
                        .map(language -> new LetterTextPage.Choice(
                                words.text("choice.language." + language.tag()),
                                href(new LetterTextId(id.name(), language)) + "?sample=" + sample.word(),
                                language == id.language()))
                        .toList(),
                id.samples().stream()
                        .map(one -> new LetterTextPage.Choice(
                                words.text("letters.sample." + one.word()),
                                href(id) + "?sample=" + one.word(),
                                one == sample))
                        .toList(),
                new LetterTextPage.Shown(shown.subject(), shown.text(), href(id) + "/preview?sample=" + sample.word()),
                new LetterTextPage.Editing(
                        href(id),
                        sample.word(),
                        id.language().tag(),
                        written.text(),
                        written.basedOn(),
                        written.address(),
                        faults),
                texts.variables(id),
                versions(id, moments),
                differences(id),
                done);
    }

    /** The text that letters are written with, as it stands in the table or in the program. */
    String inForce(LetterTextId id) {
        return texts.versions(id).stream().findFirst().map(TextVersion::words).orElseGet(id::shipped);
    }

    /** As letters are written now: with the text of the program where the one published does not fit this program. */
    ComposedLetter preview(LetterTextId id, LetterSample sample) {
        String text = inForce(id);
        return texts.preview(id, texts.faults(id, text).isEmpty() ? text : id.shipped(), sample);
    }

    private int basedOn(LetterTextId id) {
        return texts.versions(id).stream().findFirst().map(TextVersion::number).orElse(0);
    }

    private List<LetterTextPage.Version> versions(LetterTextId id, Moments moments) {
        List<TextVersion> known = texts.versions(id);
        Map<AgentId, Agent> people = directory.find(
                known.stream().map(TextVersion::author).distinct().toList());
        int inForce = known.stream().findFirst().map(TextVersion::number).orElse(0);
        Phrases words = moments.words();
        List<LetterTextPage.Version> versions = new ArrayList<>();
        for (TextVersion version : known) {
            versions.add(new LetterTextPage.Version(
                    version.number(),
                    words.text(
                            version.text().isPresent() ? "letters.version" : "letters.version.as-shipped",
                            version.number()),
                    author(version, people),
                    moments.full(version.publishedAt()),
                    version.number() == inForce));
        }
        versions.add(new LetterTextPage.Version(0, words.text("letters.version.shipped"), "", "", inForce == 0));
        return List.copyOf(versions);
    }

    private List<LetterTextPage.Difference> differences(LetterTextId id) {
        String now = inForce(id);
        return now.strip().equals(id.shipped().strip())
                ? List.of()
                : TextDiff.between(id.shipped(), now).stream()
                        .map(line -> new LetterTextPage.Difference(
                                line.change().name().toLowerCase(Locale.ROOT), line.text()))
                        .toList();
    }

    /** Sentences that begin with the line. */
    List<String> faults(List<TextFault> faults, Phrases words) {
        return faults.stream()
                .map(fault -> words.text(
                        "letters.fault."
                                + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        fault.line(),
                        fault.name()))
                .toList();
    }

    String overtaken(TextVersion by, Moments moments) {
        String author = author(by, directory.find(List.of(by.author())));
        return moments.words().text("letters.error.overtaken", author, moments.full(by.publishedAt()));
    }

    private static String author(TextVersion version, Map<AgentId, Agent> people) {
        return Optional.ofNullable(people.get(version.author()))
                .map(Agent::displayName)
                .orElse("");
    }

    /** Where people sign in with their address, it is known. */
    private static String ownAddress(SignedInAgent agent) {
        return Recipient.read(agent.login()).map(Recipient::address).orElse("");
    }

    private static String name(String text, Phrases words) {
        return words.text("letters.kind." + text);
    }
}
