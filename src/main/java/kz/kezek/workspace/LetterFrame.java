package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A letter's HTML as the answer to a frame of our own page: without scripts, forms, anything from elsewhere, or our origin, whoever
 * wrote it and however it is opened.
 */
final class LetterFrame {

    private static final String NOTHING_ELSE =
            "default-src 'none'; style-src 'unsafe-inline'; %ssandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private LetterFrame() {}

    /** The letter without pictures. */
    static ResponseEntity<byte[]> of(String html) {
        return answer(html, NOTHING_ELSE.formatted(""));
    }

    /** The letter with the pictures that are written into it. */
    static ResponseEntity<byte[]> withPictures(String html) {
        return answer(html, NOTHING_ELSE.formatted("img-src data:; "));
    }

    private static ResponseEntity<byte[]> answer(String html, String policy) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
