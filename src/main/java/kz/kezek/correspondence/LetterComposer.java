package kz.kezek.correspondence;

import java.util.function.Supplier;
import javax.crypto.SecretKey;
import kz.kezek.correspondence.LetterLayout.LaidOut;

/**
 * Composes letters to applicants: content in, message out. Pure and safe for use by many threads: no clock, no network, the same
 * input gives the same bytes.
 */
final class LetterComposer {

    private final Desk desk;
    private final SecretKey replyKey;
    private final Supplier<LetterTemplates> templates;
    private final LetterHtml html = new LetterHtml();

    /**
     * Composes with the texts that are in force at each letter.
     *
     * @param replyKey the key of {@link ReplyToken}
     */
    LetterComposer(Desk desk, SecretKey replyKey, Supplier<LetterTemplates> templates) {
        this.desk = desk;
        this.replyKey = replyKey;
        this.templates = templates;
    }

    /** The same desk with other texts. */
    LetterComposer using(LetterTemplates others) {
        return new LetterComposer(desk, replyKey, () -> others);
    }

    /** The domain that its letters come from. */
    String domain() {
        return desk.domain();
    }

    /** By which a reply to a letter about this ticket is known. */
    String replyToken(String ticketNumber) {
        return ReplyToken.of(replyKey, ticketNumber).value();
    }

    /** The letter as it is handed to the next mail server. */
    ComposedLetter compose(LetterText letter, LetterEnvelope envelope) {
        LetterLayout layout = new LetterLayout(templates.get(), desk);
        return composed(letter, envelope, layout, layout.lay(letter));
    }

    /** The same as somebody tries a text out: marked so in its subject. */
    ComposedLetter composeTrial(LetterText letter, LetterEnvelope envelope) {
        LetterLayout layout = new LetterLayout(templates.get(), desk);
        return composed(letter, envelope, layout, layout.layTrial(letter));
    }

    private ComposedLetter composed(LetterText letter, LetterEnvelope envelope, LetterLayout layout, LaidOut laidOut) {
        String text = PlainText.write(laidOut.pages());
        String page = html.write(laidOut.subject(), laidOut.preheader(), laidOut.pages());
        LetterMime.Body body = new LetterMime.Body(laidOut.subject(), text, page, letter.languages(), letter.kind());
        byte[] mime = new LetterMime(envelope).write(sender(letter, layout), body, letter.attachments());
        return new ComposedLetter(envelope.messageId(), laidOut.subject(), envelope.to(), text, page, mime);
    }

    private LetterMime.Sender sender(LetterText letter, LetterLayout layout) {
        return new LetterMime.Sender(
                layout.senderName(letter.languages().getFirst()),
                desk.address(),
                letter.ticket().map(number -> ReplyToken.of(replyKey, number).address(desk.address())));
    }
}
