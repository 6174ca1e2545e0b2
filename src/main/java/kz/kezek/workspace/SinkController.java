package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAddress;
import kz.kezek.workspace.SinkLetterPage.Header;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** The letter box of the demonstration, as the applicants' mail programs would show it. */
@Controller
@RequestMapping("/demo/sink")
class SinkController {

    private final ObjectProvider<LetterSink> sink;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    SinkController(ObjectProvider<LetterSink> sink, Screens screens, CalendarInForce calendars, Clock clock) {
        this.sink = sink;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View letters(@AuthenticationPrincipal SignedInAgent agent) {
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
        return screens.show(new SinkPage(sink().letters().stream()
                .map(letter -> new SinkPage.Row(
                        href(letter),
                        moments.full(letter.arrivedAt()),
                        letter.recipient(),
                        letter.mail().subject()))
                .toList()));
    }

    @GetMapping("/{id:\\d{1,9}}")
    View letter(@PathVariable int id) {
        SunkLetter letter = find(id);
        InboundMail mail = letter.mail();
        return screens.show(new SinkLetterPage(
                mail.subject(),
                headers(mail),
                mail.text(),
                mail.html().isBlank() ? Optional.empty() : Optional.of(href(letter) + "/html")));
    }

    /** The HTML as it was sent: in a frame of its own, without scripts, forms, pictures from elsewhere or our origin. */
    @GetMapping("/{id:\\d{1,9}}/html")
    ResponseEntity<byte[]> html(@PathVariable int id) {
        return LetterFrame.of(find(id).mail().html());
    }

    private LetterSink sink() {
        return Optional.ofNullable(sink.getIfAvailable()).orElseThrow(NotFound::new);
    }

    private SunkLetter find(int id) {
        return sink().letter(id).orElseThrow(NotFound::new);
    }

    private static String href(SunkLetter letter) {
        return "/demo/sink/" + letter.id();
    }

    private static List<Header> headers(InboundMail mail) {
        return Stream.of(
                        new Header("From", addresses(mail.from())),
                        new Header("To", addresses(mail.to())),
                        new Header("Reply-To", addresses(mail.replyTo())),
                        new Header("Message-ID", bracketed(List.of(mail.messageId()))),
                        new Header("In-Reply-To", bracketed(mail.inReplyTo())),
                        new Header("References", bracketed(mail.references())))
                .filter(header -> !header.value().isEmpty())
                .toList();
    }

    private static String addresses(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::toString).collect(Collectors.joining(", "));
    }

    private static String bracketed(List<String> ids) {
        return ids.stream()
                .filter(id -> !id.isEmpty())
                .map(id -> "<" + id + ">")
                .collect(Collectors.joining(" "));
    }
}
