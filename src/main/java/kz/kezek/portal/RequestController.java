package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.intake.OurAddresses;
import kz.kezek.mail.PrivateKeys;
import kz.kezek.portal.RequestForm.Problem;
import kz.kezek.portal.RequestPage.Wrong;
import kz.kezek.portal.VisitLimits.Limit;
import kz.kezek.regulation.Regulation;
import kz.kezek.submission.PublicCertificate;
import kz.kezek.submission.PublicCertificates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The request form: filled in, checked, sent to its sender's address to be confirmed, and taken. */
@Controller
class RequestController {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final PublicScreens screens;
    private final Visits visits;
    private final RequestFiling filing;
    private final OpenedForms opened;
    private final VisitLimits limits;
    private final OurAddresses ours;
    private final ZoneId zone;
    private final RequestPage.Promise promise;

    RequestController(
            PublicScreens screens,
            Visits visits,
            RequestFiling filing,
            OpenedForms opened,
            VisitLimits limits,
            OurAddresses ours,
            Regulation regulation) {
        this.screens = screens;
        this.visits = visits;
        this.filing = filing;
        this.opened = opened;
        this.limits = limits;
        this.ours = ours;
        this.zone = regulation.hours().zone();
        this.promise = RequestPage.Promise.of(regulation);
    }

    @GetMapping("/request")
    View form() {
        return form(Map.of(), List.of(), opened.now());
    }

    /** The form again with what was entered, from the page where the letter was checked. */
    @PostMapping("/request")
    View change(@RequestParam Map<String, String> fields) {
        String since = fields.getOrDefault("opened", "");
        return form(fields, List.of(), opened.byAPerson(since) ? since : opened.now());
    }

    /** Fills item 1 from a certificate, read in memory and not kept; a private key is refused with advice. */
    @PostMapping("/request/certificate")
    View certificate(
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "certificate", required = false) List<MultipartFile> files) {
        List<PostedFile> posted = files(files);
        Map<String, String> filled = new HashMap<>(fields);
        String since = fields.getOrDefault("opened", opened.now());
        Optional<PublicCertificate> certificate = posted.stream()
                .flatMap(file -> PublicCertificates.in(file.bytes()).stream())
                .findFirst();
        if (certificate.isEmpty()) {
            boolean key = posted.stream().anyMatch(RequestController::isKey);
            String problem = key ? "problem.private-key" : "form.certificate.unreadable";
            return form(filled, List.of(new Wrong("certificate", problem)), since);
        }
        fill(filled, certificate.get());
        return form(filled, List.of(), since);
    }

    private void fill(Map<String, String> fields, PublicCertificate certificate) {
        Instant until = certificate.validUntil();
        fields.put("eds", (certificate.algorithm() + " " + certificate.issuer()).strip());
        fields.put("until", until.atZone(zone).format(DATE));
        certificate
                .personId()
                .or(certificate::firmId)
                .filter(id -> fields.getOrDefault("id", "").isBlank())
                .ifPresent(id -> fields.put("id", id.digits()));
        if (fields.getOrDefault("name", "").isBlank()) {
            fields.put("name", certificate.owner());
        }
    }

    private static boolean isKey(PostedFile file) {
        String name = file.name().toLowerCase(java.util.Locale.ROOT);
        return name.matches(".*\\.(p12|pfx|jks)")
                || new String(file.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("PRIVATE KEY");
    }

    /** Everything wrong at once; else the letter as it will be sent. */
    @PostMapping("/request/check")
    View check(
            HttpServletRequest request,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "files", required = false) List<MultipartFile> files) {
        var form = new RequestForm(fields);
        List<PostedFile> posted = files(files);
        String since = fields.getOrDefault("opened", "");
        List<Wrong> problems = problems(form, posted, since, request);
        if (!problems.isEmpty()) {
            return form(fields, problems, opened.byAPerson(since) ? since : opened.now());
        }
        var words = PublicWords.in(Visits.language(request));
        byte[] letter = filing.letter(form, words, posted);
        if (!PrivateKeys.redact(letter).refused().isEmpty()) {
            return form(fields, List.of(new Wrong("files", "problem.private-key")), since);
        }
        SecretToken draft = filing.keep(form, letter, words.language());
        return screens.show(new RequestLetterPage(
                "check",
                draft.value(),
                form.value("address"),
                form.subject(),
                form.text(words, posted.size()),
                posted.size(),
                form.entered(),
                Optional.empty()));
    }

    private List<Wrong> problems(RequestForm form, List<PostedFile> files, String since, HttpServletRequest request) {
        List<Wrong> problems = new java.util.ArrayList<>(form.problems().stream()
                .map((Problem problem) -> new Wrong(problem.field(), problem.key()))
                .toList());
        if (PostedFile.tooMuch(files)) {
            problems.add(new Wrong("files", "problem.files"));
        }
        if (ours.isOurs(form.value("address"))) {
            problems.add(new Wrong("address", "form.address.wrong"));
        }
        if (problems.isEmpty()) {
            boolean bot = !opened.byAPerson(since)
                    || !form.fields().getOrDefault("website", "").isEmpty();
            if (bot || !filing.canSend()) {
                problems.add(new Wrong("send", bot ? "form.too-fast" : "form.by-mail-only"));
            } else if (!limits.take(Limit.FILING_FROM_NETWORK, request.getRemoteAddr())) {
                problems.add(new Wrong("send", "problem.too-often"));
            }
        }
        return problems;
    }

    /** Sends the letter that asks to confirm the address, and nothing else. */
    @PostMapping("/request/drafts/{token}")
    View send(@PathVariable String token) {
        return SecretToken.read(token)
                .flatMap(filing::send)
                .<View>map(to -> screens.show(page("check-mail", "", to, "")))
                .orElseGet(this::gone);
    }

    /** Opening the link changes nothing: mail scanners open links too. */
    @GetMapping("/request/confirm/{token}")
    View confirm(@PathVariable String token) {
        return SecretToken.read(token)
                .flatMap(filing::find)
                .<View>map(found -> found.custody().isPresent()
                        ? StatusController.seeOther("/request/done/" + token)
                        : screens.show(page("confirm", token, found.address(), found.summary())))
                .orElseGet(this::gone);
    }

    @PostMapping("/request/confirm/{token}")
    View confirmed(@PathVariable String token) {
        boolean known = SecretToken.read(token).map(filing::confirm).orElse(false);
        return known ? StatusController.seeOther("/request/done/" + token) : gone();
    }

    @GetMapping("/request/done/{token}")
    View done(HttpServletRequest request, @PathVariable String token) {
        return SecretToken.read(token)
                .flatMap(filing::find)
                .filter(found -> found.custody().isPresent())
                .<View>map(found -> screens.show(new RequestLetterPage(
                        "done",
                        token,
                        found.address(),
                        "",
                        "",
                        0,
                        Map.of(),
                        filing.taken(found, visits.moments(request)))))
                .orElseGet(this::gone);
    }

    private static RequestLetterPage page(String template, String token, String address, String subject) {
        return new RequestLetterPage(template, token, address, subject, "", 0, Map.of(), Optional.empty());
    }

    private View gone() {
        return screens.show(new SimplePage("filing-gone", Optional.empty(), true), HttpStatus.NOT_FOUND);
    }

    private View form(Map<String, String> fields, List<Wrong> problems, String since) {
        return screens.show(
                new RequestPage(fields, problems, since, filing.canSend(), promise),
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<PostedFile> files(@org.jspecify.annotations.Nullable List<MultipartFile> files) {
        return PostedFile.of(files == null ? Stream.empty() : files.stream());
    }
}
