package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.knowledge.Instruction;
import kz.kezek.knowledge.InstructionText;
import kz.kezek.knowledge.InstructionTexts;
import kz.kezek.knowledge.Instructions;
import kz.kezek.knowledge.Instructions.Draft;
import kz.kezek.knowledge.Instructions.Publication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The knowledge base at the desk: everybody reads it, supervisors publish versions, review and withdraw. */
@Controller
@RequestMapping("/desk/knowledge")
class KnowledgeController {

    private static final int MONTHS_TO_REVIEW = 6;
    private static final Map<String, String> DONE = Map.of(
            "published", "knowledge.done.published",
            "reviewed", "knowledge.done.reviewed",
            "withdrawn", "knowledge.done.withdrawn",
            "restored", "knowledge.done.restored");
    private static final List<Language> ORDER = List.of(Language.KK, Language.RU, Language.EN);

    private final Instructions instructions;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    KnowledgeController(Instructions instructions, Screens screens, CalendarInForce calendars, Clock clock) {
        this.instructions = instructions;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View list(@AuthenticationPrincipal SignedInAgent agent) {
        Moments moments = moments(agent);
        List<KnowledgePage.Row> rows = instructions.everything().stream()
                .map(each -> row(each, moments))
                .toList();
        int due = Math.toIntExact(
                rows.stream().filter(row -> row.due() && !row.withdrawn()).count());
        return screens.show(new KnowledgePage(rows, due, mayEdit(agent)));
    }

    @GetMapping("/new")
    View fresh(@AuthenticationPrincipal SignedInAgent agent) {
        demandEditor(agent);
        String review = nextReview().toString();
        List<InstructionPage.Text> empty = ORDER.stream()
                .map(language -> new InstructionPage.Text(language, "", ""))
                .toList();
        return screens.show(fresh("", "site", review, empty, Optional.empty()));
    }

    @GetMapping("/{slug}")
    View instruction(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String done,
            @AuthenticationPrincipal SignedInAgent agent) {
        Instruction kept = instructions.find(slug).orElseThrow(NotFound::new);
        List<InstructionPage.Text> texts = ORDER.stream()
                .map(language -> new InstructionPage.Text(
                        language, kept.in(language).title(), kept.in(language).lines()))
                .toList();
        Optional<String> said = Optional.ofNullable(DONE.get(done));
        return screens.show(page(kept, texts, kept.reviewOn().toString(), agent, Optional.empty(), said));
    }

    /** A new version, or the first of a new instruction; what is incomplete is shown again with what was entered. */
    @PostMapping("/versions")
    View publish(@RequestParam Map<String, String> fields, @AuthenticationPrincipal SignedInAgent agent) {
        demandEditor(agent);
        String slug = fields.getOrDefault("slug", "").strip();
        Optional<Instruction> kept = instructions.find(slug);
        boolean taken = kept.isPresent() && fields.containsKey("fresh");
        String problem = taken
                ? "knowledge.problem.taken"
                : date(fields.getOrDefault("review", ""))
                        .map(day -> published(slug, category(kept, fields), day, fields, agent))
                        .orElse("knowledge.problem.date");
        return problem.isEmpty()
                ? to(slug, "published")
                : screens.show(
                        again(kept.filter(known -> !taken), fields, problem, agent), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String category(Optional<Instruction> kept, Map<String, String> fields) {
        return kept.map(Instruction::category).orElse(fields.getOrDefault("category", "site"));
    }

    private InstructionPage again(
            Optional<Instruction> kept, Map<String, String> fields, String problem, SignedInAgent agent) {
        String review = fields.getOrDefault("review", "");
        List<InstructionPage.Text> entered = ORDER.stream()
                .map(language -> new InstructionPage.Text(
                        language,
                        fields.getOrDefault("title-" + language.tag(), ""),
                        fields.getOrDefault("steps-" + language.tag(), "")))
                .toList();
        return kept.map(known -> page(known, entered, review, agent, Optional.of(problem), Optional.empty()))
                .orElseGet(() -> fresh(
                        fields.getOrDefault("slug", ""),
                        category(kept, fields),
                        review,
                        entered,
                        Optional.of(problem)));
    }

    private static InstructionPage fresh(
            String slug, String category, String review, List<InstructionPage.Text> texts, Optional<String> problem) {
        return new InstructionPage(
                slug, category, review, true, false, true, texts, List.of(), problem, Optional.empty());
    }

    private String published(
            String slug, String category, LocalDate review, Map<String, String> fields, SignedInAgent agent) {
        var texts = new InstructionTexts(text(fields, "ru"), text(fields, "kk"), text(fields, "en"));
        Publication outcome =
                instructions.publish(new Draft(slug, category, review, texts), agent.actor(), clock.instant());
        return switch (outcome) {
            case PUBLISHED -> "";
            case NOT_A_SLUG -> "knowledge.problem.slug";
            case INCOMPLETE -> "knowledge.problem.incomplete";
        };
    }

    @PostMapping("/{slug}/reviews")
    View review(@PathVariable String slug, @AuthenticationPrincipal SignedInAgent agent) {
        demandEditor(agent);
        instructions.reviewed(slug, nextReview(), agent.actor(), clock.instant());
        return to(slug, "reviewed");
    }

    @PostMapping("/{slug}/withdrawal")
    View withdraw(@PathVariable String slug, @AuthenticationPrincipal SignedInAgent agent) {
        demandEditor(agent);
        instructions.withdraw(slug, agent.actor(), clock.instant());
        return to(slug, "withdrawn");
    }

    @PostMapping("/{slug}/restoration")
    View restore(@PathVariable String slug, @AuthenticationPrincipal SignedInAgent agent) {
        demandEditor(agent);
        instructions.restore(slug, agent.actor(), clock.instant());
        return to(slug, "restored");
    }

    private InstructionPage page(
            Instruction kept,
            List<InstructionPage.Text> texts,
            String review,
            SignedInAgent agent,
            Optional<String> problem,
            Optional<String> done) {
        Moments moments = moments(agent);
        List<InstructionPage.Version> versions = instructions.versions(kept.slug()).stream()
                .map(each -> new InstructionPage.Version(
                        each.version(),
                        moments.full(each.publishedAt()),
                        each.publishedBy(),
                        each.in(agent.language()).title()))
                .toList();
        return new InstructionPage(
                kept.slug(),
                kept.category(),
                review,
                false,
                kept.withdrawn(),
                mayEdit(agent),
                texts,
                versions,
                problem,
                done);
    }

    private KnowledgePage.Row row(Instruction each, Moments moments) {
        var usage = each.usage();
        return new KnowledgePage.Row(
                "/desk/knowledge/" + each.slug(),
                each.in(moments.words().language()).title(),
                each.slug(),
                each.version(),
                moments.date(each.publishedAt()),
                moments.deadlines().date(each.reviewOn()),
                each.isDueForReview(moments.local(moments.at())),
                each.withdrawn(),
                usage.sent(),
                usage.helped(),
                usage.notHelped());
    }

    private LocalDate nextReview() {
        Instant now = clock.instant();
        return now.atZone(calendars.current().zone()).toLocalDate().plusMonths(MONTHS_TO_REVIEW);
    }

    private static InstructionText text(Map<String, String> fields, String tag) {
        return InstructionText.of(fields.getOrDefault("title-" + tag, ""), fields.getOrDefault("steps-" + tag, ""));
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static boolean mayEdit(SignedInAgent agent) {
        return agent.roles().stream().anyMatch(role -> role.includes(Role.SUPERVISOR));
    }

    private static void demandEditor(SignedInAgent agent) {
        if (!mayEdit(agent)) {
            throw new AccessDeniedException("instructions are the supervisors'");
        }
    }

    private Moments moments(SignedInAgent agent) {
        return new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
    }

    private static View to(String slug, String done) {
        var redirect = new RedirectView("/desk/knowledge/" + slug + "?done=" + done);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
