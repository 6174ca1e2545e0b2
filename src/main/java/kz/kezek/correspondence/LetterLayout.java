package kz.kezek.correspondence;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterPage.Block;
import kz.kezek.correspondence.LetterPage.Brief;
import kz.kezek.correspondence.LetterPage.Closing;
import kz.kezek.correspondence.LetterPage.Fact;
import kz.kezek.correspondence.LetterPage.Line;
import kz.kezek.correspondence.LetterPage.Link;
import kz.kezek.correspondence.LetterPage.Run;
import kz.kezek.correspondence.LetterPage.Signboard;

/** Lays a letter out: its text files and its content become subject, preheader and one page per language. */
final class LetterLayout {

    private final LetterTemplates templates;
    private final Desk desk;

    LetterLayout(LetterTemplates templates, Desk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    /** The words around the pages. */
    record LaidOut(String subject, String preheader, List<LetterPage> pages) {}

    LaidOut lay(LetterText text) {
        List<String> subjects = new ArrayList<>();
        List<String> preheaders = new ArrayList<>();
        List<LetterPage> pages = new ArrayList<>();
        for (LetterVersion version : text.versions()) {
            Map<String, Object> values = values(text, version);
            LetterTemplate template = templates.letter(text.kind(), version.language());
            subjects.add(template.render("subject", values));
            preheaders.add(template.render("preheader", values));
            pages.add(page(text, version, template, values));
        }
        return new LaidOut(LetterSubject.join(subjects), String.join(" ", preheaders), List.copyOf(pages));
    }

    /** The same, its subject saying in the letter's first language that it is but tried out. */
    LaidOut layTrial(LetterText text) {
        LaidOut laid = lay(text);
        Language first = text.languages().getFirst();
        String mark = templates.common(first).render("trial", LetterValues.ofDesk(desk, senderName(first)));
        return new LaidOut(mark + ": " + laid.subject(), laid.preheader(), laid.pages());
    }

    /** The name a letter in this language is sent under. */
    String senderName(Language language) {
        return OutsideText.line(desk.name(language)
                .orElseGet(() -> templates.common(language).render("from", LetterValues.ofDesk(desk, ""))));
    }

    private Map<String, Object> values(LetterText text, LetterVersion version) {
        return LetterValues.of(version.content(), statusUrl(text, version.language()), desk);
    }

    private static Optional<URI> statusUrl(LetterText text, Language language) {
        return Optional.ofNullable(text.statusUrls().get(language));
    }

    private LetterPage page(
            LetterText text, LetterVersion version, LetterTemplate template, Map<String, Object> values) {
        List<Block> blocks = new ArrayList<>();
        for (LetterTemplate.Rendered part : template.render(values)) {
            blocks.addAll(blocks(part, text.ticket().orElse("")));
        }
        LetterTemplate common = templates.common(version.language());
        return new LetterPage(
                version.language(),
                template.render("title", values),
                common.render("greeting", LetterValues.ofDesk(desk, senderName(version.language()))),
                blocks,
                brief(text, version),
                closing(text.kind(), version.language(), common));
    }

    private static List<Block> blocks(LetterTemplate.Rendered part, String number) {
        String text = part.text();
        return switch (part.name()) {
            case "text" -> LightFormat.read(text, number);
            case "headline" -> List.of(headline(text));
            case "bar" -> List.of(new LetterPage.Bar(Integer.parseInt(text)));
            case "note" -> List.of(new LetterPage.Note(text));
            case "box" -> List.of(new LetterPage.Box(LightFormat.read(text, number)));
            case "fill" -> List.of(fill(text));
            case "words" -> List.of(new LetterPage.Words(LightFormat.readWithLinks(text)));
            case "facts" -> List.of(new LetterPage.Facts(facts(text)));
            case "button" -> button(text);
            default -> List.of();
        };
    }

    private static LetterPage.Headline headline(String text) {
        int colon = text.indexOf(": ");
        return colon < 0
                ? new LetterPage.Headline(text, "")
                : new LetterPage.Headline(text.substring(0, colon + 1), text.substring(colon + 2));
    }

    /** What to do, and below it lines that are copied as they stand: no list, so that each keeps its number. */
    private static LetterPage.Box fill(String text) {
        List<Line> lines =
                text.lines().map(line -> new Line(List.of(Run.of(line)))).toList();
        return new LetterPage.Box(List.of(
                new LetterPage.Paragraph(lines.subList(0, 1)),
                new LetterPage.Paragraph(lines.subList(1, lines.size()))));
    }

    /** Lines {@code Label: value}; a line whose value is empty is left out. */
    private static List<Fact> facts(String text) {
        List<Fact> facts = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            if (colon > 0 && !value.isEmpty()) {
                facts.add(new Fact(line.substring(0, colon), value));
            }
        }
        return List.copyOf(facts);
    }

    /** Label, address and a remark, a line each; only what leads to the web becomes a button. */
    private static List<Block> button(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !web(lines.get(1))) {
            return List.of();
        }
        String remark = lines.size() > 2 ? lines.get(2) : "";
        return List.of(new LetterPage.Button(new Link(lines.get(0), lines.get(1)), remark));
    }

    private static boolean web(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    /** Kazakh letters say it shortly in Russian, all others in Kazakh; a letter in both languages needs neither. */
    private Optional<Brief> brief(LetterText text, LetterVersion version) {
        if (text.versions().size() > 1) {
            return Optional.empty();
        }
        Language other = version.language() == Language.KK ? Language.RU : Language.KK;
        String words = templates.letter(text.kind(), other).render("brief", values(text, version));
        Optional<Link> link = statusUrl(text, other)
                .map(URI::toASCIIString)
                .filter(LetterLayout::web)
                .map(url -> new Link(readHere(other), url));
        return Optional.of(new Brief(other, words, link));
    }

    private String readHere(Language language) {
        return templates.common(language).render("read-here", LetterValues.ofDesk(desk, senderName(language)));
    }

    /** The telephone number in the line on opening hours can be called at a touch. */
    private Line hours(String text) {
        int phone = text.lastIndexOf(desk.phone());
        String dialled = desk.phone().replaceAll("[^+0-9]", "");
        if (phone < 0 || dialled.isEmpty()) {
            return new Line(List.of(Run.of(text)));
        }
        return new Line(List.of(
                Run.of(text.substring(0, phone)),
                Run.link(desk.phone(), "tel:" + dialled),
                Run.of(text.substring(phone + desk.phone().length()))));
    }

    private Closing closing(LetterKind kind, Language language, LetterTemplate common) {
        Map<String, Object> values = LetterValues.ofDesk(desk, senderName(language));
        boolean aboutKeys = kind == LetterKind.PRIVATE_KEY_REFUSED;
        return new Closing(
                aboutKeys ? "" : common.render("warning", values),
                common.render("regards", values).lines().toList(),
                hours(common.render("hours", values)),
                kind.automatic() ? common.render("automatic", values) : "",
                new Signboard(common.render("service", values), common.render("desk", values)));
    }
}
