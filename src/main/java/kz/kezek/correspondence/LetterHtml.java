package kz.kezek.correspondence;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** Writes a letter as HTML for mail programs: tables, styles in place, no images; every value escaped for where it stands. */
final class LetterHtml {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    String write(String subject, String preheader, List<LetterPage> pages) {
        StringOutput html = new StringOutput();
        engine.render("letters/letter.jte", Map.of("subject", subject, "preheader", preheader, "pages", pages), html);
        return html.toString();
    }
}
