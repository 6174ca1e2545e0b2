package kz.kezek.mail;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Cuts quotations out of HTML by the elements in which mail clients wrap them, then the rest by lines. Elements that a
 * client only starts the quotation with take everything behind them along.
 */
final class HtmlQuoteCutter {

    /** Wrappers of a quotation or a signature: they go as a whole. */
    private static final List<String> WRAPPERS = List.of(
            "div.gmail_quote",
            "blockquote.gmail_quote",
            "div.gmail_quote_container",
            ".gmail_signature",
            "#OLK_SRC_BODY_SECTION",
            "#mail-editor-reference-message-container",
            "div.moz-cite-prefix",
            ".moz-signature",
            ".yahoo_quoted",
            "div.yahoo-quoted-begin",
            ".protonmail_quote",
            ".protonmail_signature_block",
            "#zmail_extra",
            "div[name=quote]",
            "div[id^=AOLMsgPart]",
            "#mail-app-auto-quote",
            "div[data-signature-widget]",
            "div.mail_ru_quote",
            "#ms-outlook-mobile-signature",
            "#AppleMailSignature",
            "#Signature",
            "div.WordSection1 > div[data-olk-copy-source]");

    /** Starts of a quotation: Outlook.com, Hotmail, Outlook's line above "From:", Windows Mail, Entourage. */
    private static final List<String> STARTS = List.of(
            "#divRplyFwdMsg",
            "#x_divRplyFwdMsg",
            "#appendonsend",
            "hr#stopSpelling",
            "div.OutlookMessageHeader",
            "div[style*=border-top:solid #B5C4DF 1.0pt]",
            "div[style*=border-top:solid #E1E1E1 1.0pt]",
            "div[style*=border-top: solid #B5C4DF 1.0pt]",
            "div[style*=border-top: solid #E1E1E1 1.0pt]",
            "div[style*=border-style:solid none none][style*=padding:3pt 0]",
            "div[style*=border-top-color: rgb(229, 229, 229)]",
            "div[style*=border-top: 1px solid rgb(229, 229, 229)]");

    private HtmlQuoteCutter() {}

    static String cut(String html) {
        if (HtmlNesting.tooDeep(html)) {
            return QuoteCutter.cut(HtmlNesting.stripped(html));
        }
        Document document = HtmlText.parse(html);
        String whole = HtmlText.of(document.body());
        for (String start : STARTS) {
            Element found = document.selectFirst(start);
            if (found != null) {
                removeFrom(found);
            }
        }
        for (String wrapper : WRAPPERS) {
            document.select(wrapper).remove();
        }
        String rest = HtmlText.quoting(document.body());
        return rest.isBlank() ? whole : QuoteCutter.cut(rest);
    }

    /** Removes an element and everything behind it in the document. */
    private static void removeFrom(Element start) {
        Node node = start;
        while (node != null && !(node instanceof Document) && !node.nameIs("body")) {
            Node next = node.nextSibling();
            while (next != null) {
                Node following = next.nextSibling();
                next.remove();
                next = following;
            }
            Node parent = node.parent();
            if (node == start) {
                node.remove();
            }
            node = parent;
        }
    }
}
