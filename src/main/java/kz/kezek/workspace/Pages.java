package kz.kezek.workspace;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Draws pages with the templates that were compiled with the program. */
final class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The whole HTML page in UTF-8. */
    byte[] draw(Frame frame, Page page) {
        var output = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", Map.of("frame", frame, "page", page), output);
        return output.toByteArray();
    }
}
