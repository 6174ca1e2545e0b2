package kz.kezek.workspace;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.knowledge.InstructionText;
import kz.kezek.knowledge.Instructions;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.InsertsPage.Insert;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What can be put into a letter while it is written, with the ticket's own values in place of the variables. */
@Controller
class InsertsController {

    private static final Pattern VARIABLE = Pattern.compile("\\{(name|number|summary|agent)}");

    private final TicketFiles files;
    private final CannedAnswers canned;
    private final Instructions instructions;
    private final Screens screens;

    InsertsController(TicketFiles files, CannedAnswers canned, Instructions instructions, Screens screens) {
        this.files = files;
        this.canned = canned;
        this.instructions = instructions;
        this.screens = screens;
    }

    @GetMapping("/desk/t/{number}/inserts")
    View inserts(@PathVariable String number, @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        Language language = ticket.language().orElse(Language.RU);
        Map<String, String> values = Map.of(
                "name", ticket.applicant().name(),
                "number", ticket.number().toString(),
                "summary", ticket.summary(),
                "agent", agent.displayName());
        Stream<Insert> answers = canned.all().stream()
                .map(answer -> new Insert(
                        ";",
                        answer.name(),
                        answer.title().in(agent.language()),
                        filled(answer.text().in(language), values)));
        Stream<Insert> known = instructions.all().stream()
                .map(instruction -> new Insert(
                        ":",
                        instruction.slug(),
                        instruction.in(agent.language()).title(),
                        written(instruction.in(language))));
        return screens.show(new InsertsPage(Stream.concat(answers, known).toList(), language));
    }

    /** The title and the numbered steps, in the light format that letters have. */
    private static String written(InstructionText instruction) {
        return IntStream.range(0, instruction.steps().size())
                .mapToObj(i -> "\n" + (i + 1) + ". " + instruction.steps().get(i))
                .collect(Collectors.joining("", instruction.title() + "\n", ""));
    }

    /** A brace with no variable of ours in it is text. */
    static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
