package kz.kezek.correspondence;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.kezek.WebPicture;
import kz.kezek.correspondence.LettersInBrowserTest.Look;

/** The page {@code letters.md}: each letter's pictures on one sheet in each language, and its plain text. */
final class LettersPage {

    private static final double SCALE = 0.6;
    private static final int QUALITY = 55;

    private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

    static {
        LANGUAGES.put("ru", "Russian");
        LANGUAGES.put("kk", "Kazakh");
        LANGUAGES.put("en", "English");
        LANGUAGES.put("kk-ru", "Kazakh and Russian, when the language of the request is not known");
    }

    private final Path folder;
    private final Map<LetterSample, Map<String, ComposedLetter>> letters = new EnumMap<>(LetterSample.class);

    LettersPage(Path folder) {
        this.folder = folder;
    }

    void add(LetterSample sample, String languages, ComposedLetter letter, Page sheet, Map<Look, byte[]> pictures)
            throws IOException {
        letters.computeIfAbsent(sample, first -> new LinkedHashMap<>()).put(languages, letter);
        Path pictureFolder = Files.createDirectories(folder.resolve("letters"));
        Files.write(pictureFolder.resolve(file(sample, languages)), sheet(sheet, pictures));
    }

    private static String file(LetterSample sample, String languages) {
        return sample.word() + "." + languages + ".webp";
    }

    /** Side by side: the phone light and dark, the window light and dark. */
    private static byte[] sheet(Page page, Map<Look, byte[]> pictures) {
        StringBuilder html = new StringBuilder(
                "<style>body{margin:0;padding:8px;background:#8A9093;display:inline-flex;gap:8px;align-items:flex-start}</style>");
        pictures.forEach((look, png) -> html.append("<img width=\"%d\" src=\"data:image/png;base64,%s\">"
                .formatted(Math.round(look.width * SCALE), Base64.getEncoder().encodeToString(png))));
        page.setContent(html.toString());
        var box = page.locator("body").boundingBox();
        page.setViewportSize((int) Math.ceil(box.width), (int) Math.ceil(box.height));
        return WebPicture.of(page, QUALITY);
    }

    void write() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Letters

                Every letter that applicants get, in each language, with made-up data: on a phone and in a window, light and dark, and its
                plain text. The terms and deadlines are those of `regulation/sk.yaml`. Written by `docs/letters.sh`; to have each letter as a
                file of its own: `./kezek letters gallery DIR`. Texts are changed at `/admin/letters`.

                """);
        letters.keySet().forEach(
                sample -> page.append("- [%s](#%s)%n".formatted(title(sample), sample.word())));
        letters.forEach((sample, versions) -> {
            page.append("%n## %s%n".formatted(title(sample)));
            LANGUAGES.forEach((languages, name) -> {
                ComposedLetter letter = versions.get(languages);
                if (letter != null) {
                    page.append(section(sample, languages, name, letter));
                }
            });
        });
        Files.writeString(folder.resolve("letters.md"), page.toString());
    }

    private static String section(LetterSample sample, String languages, String name, ComposedLetter letter) {
        return """

                ### %s: %s

                ![%s, %s: light and dark, 390 and 700 pixels wide](letters/%s)

                <details><summary>Plain text</summary>

                ```text
                %s
                ```

                </details>
                """.formatted(
                name,
                letter.subject().replace("[", "\\["),
                title(sample),
                name,
                file(sample, languages),
                letter.text().strip());
    }

    private static String title(LetterSample sample) {
        String words = sample.word().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
