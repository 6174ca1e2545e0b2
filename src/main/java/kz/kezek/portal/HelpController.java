package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.knowledge.Instruction;
import kz.kezek.knowledge.Instructions;
import kz.kezek.portal.HelpPage.Group;
import kz.kezek.portal.HelpPage.Line;
import kz.kezek.portal.VisitLimits.Limit;
import kz.kezek.storage.InstallationSecrets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Instructions: the list, the search, each of them step by step, and whether it helped. */
@Controller
class HelpController {

    private static final int MOST_FOUND = 10;
    private static final int MOST_SUGGESTED = 3;
    private static final int LONGEST_QUERY = 300;

    private final PublicScreens screens;
    private final Visits visits;
    private final Instructions instructions;
    private final VisitLimits limits;
    private final KeyedDigest visitors;
    private final Clock clock;

    HelpController(
            PublicScreens screens,
            Visits visits,
            Instructions instructions,
            VisitLimits limits,
            InstallationSecrets secrets,
            Clock clock) {
        this.screens = screens;
        this.visits = visits;
        this.instructions = instructions;
        this.limits = limits;
        this.visitors = new KeyedDigest(secrets.hmacKey("portal-visitor"));
        this.clock = clock;
    }

    @GetMapping("/help")
    View list(HttpServletRequest request, @RequestParam(name = "q", defaultValue = "") String query) {
        Language language = Visits.language(request);
        String asked = shortened(query);
        return screens.show(new HelpPage(asked, asked.isEmpty() ? all(language) : found(asked, language)));
    }

    private List<Group> all(Language language) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (Instruction each : instructions.all()) {
            groups.computeIfAbsent(each.category(), key -> new ArrayList<>()).add(line(each, language));
        }
        return groups.entrySet().stream()
                .map(group -> new Group("help.category." + group.getKey(), group.getValue()))
                .toList();
    }

    private List<Group> found(String asked, Language language) {
        List<Line> lines = lines(asked, language, MOST_FOUND);
        return lines.isEmpty() ? List.of() : List.of(new Group("help.found", lines));
    }

    @GetMapping("/help/{slug}")
    View instruction(HttpServletRequest request, @PathVariable String slug) {
        return shown(slug).<View>map(each -> screens.show(page(each, request))).orElseGet(this::gone);
    }

    private InstructionPage page(Instruction each, HttpServletRequest request) {
        var text = each.in(Visits.language(request));
        return new InstructionPage(
                each.slug(),
                text.title(),
                text.steps(),
                visits.moments(request).date(each.publishedAt()),
                request.getParameter("thanks") != null);
    }

    /** Counted once for each visitor, who is known by a keyed digest of address and browser: no cookie is set. */
    @PostMapping("/help/{slug}/votes")
    View vote(HttpServletRequest request, @PathVariable String slug, @RequestParam boolean helped) {
        Optional<Instruction> voted = shown(slug);
        if (voted.isEmpty()) {
            return gone();
        }
        if (limits.take(Limit.VOTE_FROM_NETWORK, request.getRemoteAddr())) {
            String browser =
                    Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
            byte[] visitor = visitors.of(request.getRemoteAddr() + "\n" + browser);
            instructions.vote(slug, visitor, helped, clock.instant());
        }
        return StatusController.seeOther("/help/" + slug + "?thanks#helped");
    }

    /** What may help while the short description is typed; what was typed is read and forgotten. */
    @PostMapping("/help/suggestions")
    View suggestions(HttpServletRequest request, @RequestParam(defaultValue = "") String text) {
        boolean often = !limits.take(Limit.SUGGESTION_FROM_NETWORK, request.getRemoteAddr());
        return screens.show(new SuggestionsPage(
                often ? List.of() : lines(shortened(text), Visits.language(request), MOST_SUGGESTED)));
    }

    private List<Line> lines(String text, Language language, int most) {
        return instructions.about(text, language, most).stream()
                .map(each -> line(each, language))
                .toList();
    }

    private Optional<Instruction> shown(String slug) {
        return instructions.find(slug).filter(each -> !each.withdrawn());
    }

    private View gone() {
        return screens.show(new SimplePage("instruction-gone", Optional.empty(), false), HttpStatus.NOT_FOUND);
    }

    private static Line line(Instruction each, Language language) {
        var text = each.in(language);
        return new Line(each.path(), text.title(), text.steps().getFirst());
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(LONGEST_QUERY, stripped.length()));
    }
}
