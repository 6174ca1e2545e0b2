package kz.kezek;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Base64;

/** What a page shows, small enough for the documents: WebP, which Playwright itself does not write. */
public final class WebPicture {

    private WebPicture() {}

    /** The window of the page as it stands; quality 0 to 100. */
    public static byte[] of(Page page, int quality) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject wanted = new JsonObject();
        wanted.addProperty("format", "webp");
        wanted.addProperty("quality", quality);
        String picture = session.send("Page.captureScreenshot", wanted).get("data").getAsString();
        session.detach();
        return Base64.getDecoder().decode(picture);
    }
}
