package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sorts the parts of a letter into its text, its HTML and its attachments by the algorithm of JMAP (RFC 8621 §4.1.4): of
 * alternatives each body takes its own, everything inline is body, all else is an attachment. Different from there: images
 * are attachments always, and a text part with a file name that opens the letter is both.
 */
final class BodyReader {

    private final HeaderDecoder decoder;
    private final MailLimits limits;
    private final Repairs repairs;
    private final List<MimePart> textParts = new ArrayList<>();
    private final List<MimePart> htmlParts = new ArrayList<>();
    private final List<MailAttachment> attachments = new ArrayList<>();
    private final List<MailAttachment> unpacked = new ArrayList<>();

    private BodyReader(HeaderDecoder decoder, MailLimits limits, Repairs repairs) {
        this.decoder = decoder;
        this.limits = limits;
        this.repairs = repairs;
    }

    /**
     * The readable side of a letter.
     *
     * @param text all inline text
     * @param plain whether the text was written as text, not turned from HTML
     * @param html the HTML, empty when there is none
     * @param attachments what is neither
     */
    record Body(String text, boolean plain, String html, List<MailAttachment> attachments) {
        boolean isEmpty() {
            return text.isBlank() && html.isBlank() && attachments.isEmpty();
        }
    }

    static Body read(MimePart letter, HeaderDecoder decoder, MailLimits limits, Repairs repairs) {
        BodyReader reader = new BodyReader(decoder, limits, repairs);
        reader.sort(List.of(letter), new Place("mixed", false), true, true);
        Body body = reader.body();
        return body.isEmpty() ? reader.behindTheLastBoundary(letter) : body;
    }

    /** Where a part stands: the subtype of its multipart, and whether any multipart around it offers alternatives. */
    private record Place(String subtype, boolean withinAlternative) {
        Place inside(MimePart multipart) {
            String subtype =
                    multipart.mediaType().substring(multipart.mediaType().indexOf('/') + 1);
            return new Place(subtype, withinAlternative || subtype.equals("alternative"));
        }

        boolean is(String wanted) {
            return subtype.equals(wanted);
        }
    }

    private void sort(List<MimePart> parts, Place place, boolean toText, boolean toHtml) {
        int texts = textParts.size();
        int htmls = htmlParts.size();
        boolean text = toText;
        boolean html = toHtml;
        for (int i = 0; i < parts.size(); i++) {
            MimePart part = parts.get(i);
            if (part.isMultipart()) {
                sort(part.children(), place.inside(part), text, html);
            } else if (!isBody(part, i == 0, place)) {
                attach(part, place);
            } else if (place.is("alternative")) {
                (isHtml(part) ? htmlParts : textParts).add(part);
                alsoAttach(part);
            } else {
                html = html && !(place.withinAlternative() && !isHtml(part));
                text = text && !(place.withinAlternative() && isHtml(part));
                addTo(part, text, html);
                alsoAttach(part);
            }
        }
        if (place.is("alternative") && toText && toHtml) {
            shareOnlyAlternative(texts, htmls);
        }
    }

    private void addTo(MimePart part, boolean text, boolean html) {
        if (text) {
            textParts.add(part);
        }
        if (html) {
            htmlParts.add(part);
        }
    }

    /** An alternative that exists in one form only serves as both. */
    private void shareOnlyAlternative(int texts, int htmls) {
        if (textParts.size() == texts) {
            textParts.addAll(htmlParts.subList(htmls, htmlParts.size()));
        } else if (htmlParts.size() == htmls) {
            htmlParts.addAll(textParts.subList(texts, textParts.size()));
        }
    }

    private static boolean isBody(MimePart part, boolean first, Place place) {
        boolean readable = part.mediaType().equals("text/plain") || isHtml(part);
        // RFC 2183 §2.1: inline is shown with the letter, even if it has a name
        boolean shown = !part.hasName() || part.disposition().value().equals("inline") && !isHtml(part);
        return readable && !part.isAttachment() && (first || !place.is("related") && shown);
    }

    private static boolean isHtml(MimePart part) {
        return part.mediaType().equals("text/html");
    }

    /** A named text is shown and can be saved; so is one whose encoding is not what it says, for nobody knows what it was. */
    private void alsoAttach(MimePart part) {
        if (part.hasName() || part.isUndecodable()) {
            attach(part, new Place("mixed", false));
        }
    }

    private void attach(MimePart part, Place place) {
        boolean inline = place.is("related") || part.disposition().value().equals("inline");
        byte[] bytes = part.decodedBody();
        String name = part.fileName(decoder);
        if (Tnef.is(part.mediaType(), name)) {
            List<MailAttachment> files = Tnef.files(bytes, limits.attachmentBytes(), repairs);
            unpacked.addAll(files);
            if (!files.isEmpty()) {
                return;
            }
        }
        if (name.isEmpty() && part.mediaType().equals("message/rfc822")) {
            name = enclosedName(bytes);
        }
        attachments.add(new MailAttachment(name, part.mediaType(), part.contentId(), inline, bytes));
    }

    private String enclosedName(byte[] message) {
        MimePart enclosed = MimeTree.read(Transport.unwrap(message, new Repairs()), limits, new Repairs());
        String subject = decoder.decode(enclosed.field("subject"), "enclosed subject");
        String name = FileNames.clean(subject.replace('/', ' ').replace('\\', ' '));
        return name.isEmpty() ? "" : name + ".eml";
    }

    private Body body() {
        StringBuilder text = new StringBuilder();
        boolean plain = false;
        for (MimePart part : textParts) {
            plain = plain || !isHtml(part);
            String piece = isHtml(part) ? HtmlText.of(limited(decoded(part))) : plainText(part);
            text.append(text.isEmpty() || piece.isEmpty() ? "" : "\n").append(piece);
        }
        StringBuilder html = new StringBuilder();
        for (MimePart part : htmlParts) {
            html.append(isHtml(part) ? limited(decoded(part)) : "");
        }
        attachments.addAll(unpacked);
        dropInvitationTwin();
        return new Body(text.toString(), plain, html.toString(), attachments);
    }

    /** A boundary that closes too early leaves a whole letter in the epilogue: rather show that than nothing. */
    private Body behindTheLastBoundary(MimePart letter) {
        byte[] rest = letter.epilogue();
        String text = limited(CleanText.unixLines(
                TextDecoder.decode(rest, "", Optional.empty()).text()));
        if (!text.isBlank()) {
            repairs.add("text behind the last boundary shown");
        }
        return new Body(text, true, "", List.of());
    }

    /** Calendars send an invitation as an unnamed alternative and once more as a file (RFC 6047 §2.4): the file is enough. */
    private void dropInvitationTwin() {
        boolean file = attachments.stream()
                .anyMatch(one -> one.fileName().toLowerCase(Locale.ROOT).endsWith(".ics"));
        attachments.removeIf(
                one -> file && one.fileName().isEmpty() && one.mediaType().equals("text/calendar"));
    }

    private String plainText(MimePart part) {
        String text = limited(decoded(part));
        if (part.type().word("format").equalsIgnoreCase("flowed")) {
            text = FlowedText.join(text, part.type().word("delsp").equalsIgnoreCase("yes"));
        }
        UuBlocks.Split split = UuBlocks.split(text);
        for (UuBlocks.Block block : split.blocks()) {
            unpacked.add(new MailAttachment(block.name(), "application/octet-stream", "", false, block.bytes()));
        }
        return split.text();
    }

    private String decoded(MimePart part) {
        TextDecoder.Decoded decoded = TextDecoder.decode(part.decodedBody(), part.charset(), Optional.empty());
        if (decoded.guessed()) {
            repairs.add("body: read as " + decoded.charset().name().toLowerCase(Locale.ROOT));
        }
        return CleanText.unixLines(decoded.text());
    }

    private String limited(String text) {
        if (text.length() <= limits.textChars()) {
            return text;
        }
        repairs.add("text beyond the limit left out");
        return CleanText.of(text.substring(0, limits.textChars()));
    }
}
