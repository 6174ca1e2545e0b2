package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.correspondence.LetterSample;
import kz.kezek.correspondence.LetterTextId;
import kz.kezek.correspondence.LetterTexts;
import kz.kezek.correspondence.Recipient;
import kz.kezek.correspondence.TextOutcome;
import kz.kezek.correspondence.TextVersion;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.HtmlUtils;

/** The texts of letters, for supervisors and administrators: looked at, tried out, published in versions, put back. */
@Controller
@RequestMapping("/admin/letters")
class LetterTextsController {

    private final LetterTexts texts;
    private final LetterTextPages pages;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    LetterTextsController(
            LetterTexts texts, LetterTextPages pages, Screens screens, CalendarInForce calendars, Clock clock) {
        this.texts = texts;
        this.pages = pages;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What the editor's form carries. */
    record Written(String text, int basedOn, String sample, String address) {}

    @GetMapping
    View all(@AuthenticationPrincipal SignedInAgent agent) {
        return screens.show(pages.all(moments(agent)));
    }

    @GetMapping("/{name:[a-z-]{1,40}}/{language:[a-z]{2}}")
    View one(
            @PathVariable String name,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "") String done,
            @AuthenticationPrincipal SignedInAgent agent) {
        LetterTextId id = id(name, language);
        return screens.show(pages.one(id, sample(id, sample), done, moments(agent), agent));
    }

    @GetMapping("/{name:[a-z-]{1,40}}/{language:[a-z]{2}}/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable String name, @PathVariable String language, @RequestParam(defaultValue = "") String sample) {
        LetterTextId id = id(name, language);
        return LetterFrame.of(pages.preview(id, sample(id, sample)).html());
    }

    /** The letter as the text under the pen would have it, or what is wrong with that text: into the frame of the preview. */
    @PostMapping("/{name:[a-z-]{1,40}}/{language:[a-z]{2}}/previews")
    ResponseEntity<byte[]> previewWritten(
            @PathVariable String name,
            @PathVariable String language,
            Written written,
            @AuthenticationPrincipal SignedInAgent agent) {
        LetterTextId id = id(name, language);
        List<String> faults =
                pages.faults(texts.faults(id, written.text()), moments(agent).words());
        return LetterFrame.of(
                faults.isEmpty()
                        ? texts.preview(id, written.text(), sample(id, written.sample()))
                                .html()
                        : faults.stream()
                                .map(fault -> "<li>" + HtmlUtils.htmlEscape(fault))
                                .collect(Collectors.joining("", "<!doctype html><meta charset=utf-8><ul>", "</ul>")));
    }

    @PostMapping("/{name:[a-z-]{1,40}}/{language:[a-z]{2}}/versions")
    View publish(
            @PathVariable String name,
            @PathVariable String language,
            Written written,
            @AuthenticationPrincipal SignedInAgent agent) {
        LetterTextId id = id(name, language);
        return published(
                id, written, texts.publish(id, written.text(), written.basedOn(), agent, clock.instant()), agent);
    }

    /** Puts the text of an earlier version, or of the program, back in force: as a new version. */
    @PostMapping("/{name:[a-z-]{1,40}}/{language:[a-z]{2}}/returns")
    View putBack(
            @PathVariable String name,
            @PathVariable String language,
            @RequestParam int number,
            @RequestParam int basedOn,
            @AuthenticationPrincipal SignedInAgent agent) {
        LetterTextId id = id(name, language);
        String text = number == 0
                ? id.shipped()
                : texts.versions(id).stream()
                        .filter(version -> version.number() == number)
                        .findFirst()
                        .map(TextVersion::words)
                        .orElseThrow(NotFound::new);
        Written written = new Written(text, basedOn, "", "");
        return published(id, written, texts.publish(id, text, basedOn, agent, clock.instant()), agent);
    }

    private View published(LetterTextId id, Written written, TextOutcome outcome, SignedInAgent agent) {
        return switch (outcome) {
            case TextOutcome.Published(var version) -> back(id, written, "published");
            case TextOutcome.NothingNew() -> back(id, written, "nothing-new");
            case TextOutcome.Faulty(var faults) ->
                refused(id, written, pages.faults(faults, moments(agent).words()), agent);
            case TextOutcome.Overtaken(var by) ->
                refused(id, written, List.of(pages.overtaken(by, moments(agent))), agent);
        };
    }

    @PostMapping("/{name:[a-z-]{1,40}}/{language:[a-z]{2}}/trials")
    View tryOut(
            @PathVariable String name,
            @PathVariable String language,
            Written written,
            @AuthenticationPrincipal SignedInAgent agent) {
        LetterTextId id = id(name, language);
        Moments moments = moments(agent);
        List<String> faults = pages.faults(texts.faults(id, written.text()), moments.words());
        if (!faults.isEmpty()) {
            return refused(id, written, faults, agent);
        }
        Optional<Recipient> editor = Recipient.read(written.address());
        if (editor.isEmpty()) {
            return refused(id, written, List.of(moments.words().text("letters.error.address")), agent);
        }
        boolean sent =
                texts.tryOut(id, written.text(), sample(id, written.sample()), editor.get(), agent, clock.instant());
        return sent
                ? screens.show(pages.tried(id, sample(id, written.sample()), written, moments))
                : refused(id, written, List.of(moments.words().text("letters.error.too-many")), agent);
    }

    private View refused(LetterTextId id, Written written, List<String> faults, SignedInAgent agent) {
        return screens.show(
                pages.faulty(id, sample(id, written.sample()), written, faults, moments(agent)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static View back(LetterTextId id, Written written, String done) {
        var view = new RedirectView(LetterTextPages.href(id) + "?done=" + done + "&sample="
                + sample(id, written.sample()).word());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private static LetterTextId id(String name, String language) {
        return LetterTextId.read(name, language).orElseThrow(NotFound::new);
    }

    /** The occasion of this name, else the first that shows the text. */
    private static LetterSample sample(LetterTextId id, String word) {
        return id.samples().stream()
                .filter(sample -> sample.word().equals(word))
                .findFirst()
                .orElseGet(() -> id.samples().getFirst());
    }

    private Moments moments(SignedInAgent agent) {
        return new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
    }
}
