package kz.kezek.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of a letter made fit to show: no scripts, forms, frames, styles that cover other content, or anything that calls a
 * foreign server by itself. A remote image keeps its address in {@code data-remote-src} until the reader asks for it; an
 * image of the letter itself ({@code cid:}, RFC 2392) gets the address the caller gives. Each link opens apart, tells
 * nothing of where it was clicked, and bears its true host in {@code data-host} and its address in {@code title}.
 *
 * @param html the safe HTML, a fragment for a {@code div}
 * @param remoteImages how many images were held back
 */
public record SafeHtml(String html, int remoteImages) {

    private static final Set<String> STYLES = Set.of(
            "color",
            "background-color",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "text-align",
            "text-decoration",
            "vertical-align",
            "white-space",
            "border-left",
            "border-collapse");

    private static final List<String> INLINE_DATA = List.of(
            "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,");

    /**
     * Sanitizes HTML.
     *
     * @param html untrusted HTML
     * @param inlineImages the address under which the page serves the attachment with a Content-ID, or nothing
     */
    public static SafeHtml of(String html, Function<String, Optional<String>> inlineImages) {
        if (HtmlNesting.tooDeep(html)) {
            return new SafeHtml("<pre>" + Entities.escape(HtmlNesting.stripped(html)) + "</pre>", 0);
        }
        AtomicInteger remote = new AtomicInteger();
        return new SafeHtml(policy(inlineImages, remote).sanitize(html), remote.get());
    }

    private static PolicyFactory policy(Function<String, Optional<String>> inlineImages, AtomicInteger remote) {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p",
                        "div",
                        "span",
                        "br",
                        "hr",
                        "b",
                        "strong",
                        "i",
                        "em",
                        "u",
                        "s",
                        "strike",
                        "del",
                        "ins",
                        "sub",
                        "sup",
                        "small",
                        "big",
                        "font",
                        "center",
                        "blockquote",
                        "pre",
                        "code",
                        "tt",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "ul",
                        "ol",
                        "li",
                        "dl",
                        "dt",
                        "dd",
                        "table",
                        "caption",
                        "thead",
                        "tbody",
                        "tfoot",
                        "tr",
                        "td",
                        "th",
                        "address",
                        "abbr",
                        "cite",
                        "q")
                .allowElements((name, attributes) -> image(attributes, inlineImages, remote), "img")
                .allowElements((name, attributes) -> link(attributes), "a")
                .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
                .allowAttributes("src", "alt", "width", "height")
                .onElements("img")
                .allowAttributes("href")
                .onElements("a")
                .allowAttributes("colspan", "rowspan", "align", "valign", "bgcolor")
                .onElements("td", "th", "tr", "table")
                .allowAttributes("border", "cellpadding", "cellspacing")
                .onElements("table")
                .allowAttributes("color", "face", "size")
                .onElements("font")
                .allowAttributes("dir", "lang")
                .globally()
                .allowStyling(CssSchema.withProperties(STYLES))
                .toFactory();
    }

    /** Attributes come as a list of names and values in turn, and may be changed in place. */
    private static @Nullable String image(
            List<String> attributes, Function<String, Optional<String>> inlineImages, AtomicInteger remote) {
        int at = attributes.indexOf("src");
        if (at < 0 || at % 2 != 0) {
            return null;
        }
        String source = attributes.get(at + 1).strip();
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("cid:")) {
            Optional<String> served = inlineImages.apply(source.substring("cid:".length()));
            served.ifPresent(address -> attributes.set(at + 1, address));
            return served.isPresent() ? "img" : null;
        }
        if (lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//")) {
            attributes.set(at, "data-remote-src");
            remote.incrementAndGet();
            return "img";
        }
        return INLINE_DATA.stream().anyMatch(lower::startsWith) ? "img" : null;
    }

    private static @Nullable String link(List<String> attributes) {
        int at = attributes.indexOf("href");
        if (at < 0 || at % 2 != 0) {
            return "span";
        }
        String address = attributes.get(at + 1).strip();
        String lower = address.toLowerCase(Locale.ROOT);
        boolean web = lower.startsWith("http:") || lower.startsWith("https:");
        if (!web && !lower.startsWith("mailto:") && !lower.startsWith("tel:")) {
            attributes.clear();
            return "span";
        }
        if (web) {
            attributes.addAll(
                    List.of("target", "_blank", "rel", "noopener noreferrer nofollow", "data-host", host(address)));
        }
        attributes.addAll(List.of("title", address));
        return "a";
    }

    /** The host as the browser will ask for it: after any user name, which only feigns another host. */
    private static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? plainHost(address) : host;
        } catch (URISyntaxException e) {
            return plainHost(address);
        }
    }

    private static String plainHost(String address) {
        int start = address.indexOf("//") + 2;
        int end = start;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(Math.min(start, end), end);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }
}
