package kz.kezek.correspondence;

import javax.crypto.SecretKey;
import kz.kezek.correspondence.LetterLayout.LaidOut;

/**
 * Composes letters to applicants: content in, message out. Pure and safe for use by many threads: no clock, no network, the same
 * input gives the same bytes.
 */
public final class LetterComposer {

    private final Desk desk;
    private final SecretKey replyKey;
    private final LetterLayout layout;
    private final LetterHtml html = new LetterHtml();

    /**
     * Reads all texts; fails when one is missing or faulty.
     *
     * @param replyKey the key of {@link ReplyToken}
     */
    public LetterComposer(Desk desk, SecretKey replyKey) {
        this.desk = desk;
        this.replyKey = replyKey;
        this.layout = new LetterLayout(new LetterTemplates(), desk);
    }

    /** The letter as it is handed to the next mail server. */
    public ComposedLetter compose(LetterText letter, LetterEnvelope envelope) {
        LaidOut laidOut = layout.lay(letter);
        String text = PlainText.write(laidOut.pages());
        String page = html.write(laidOut.subject(), laidOut.preheader(), laidOut.pages());
        LetterMime.Body body = new LetterMime.Body(laidOut.subject(), text, page, letter.languages(), letter.kind());
        byte[] mime = new LetterMime(envelope).write(sender(letter), body, letter.attachments());
        return new ComposedLetter(envelope.messageId(), laidOut.subject(), envelope.to(), text, page, mime);
    }

    private LetterMime.Sender sender(LetterText letter) {
        return new LetterMime.Sender(
                layout.senderName(letter.languages().getFirst()),
                desk.address(),
                letter.ticket().map(number -> ReplyToken.of(replyKey, number).address(desk.address())));
    }
}
