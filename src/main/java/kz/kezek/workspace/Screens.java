package kz.kezek.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kz.kezek.workspace.QueueRows.Rail;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Pages as Spring's views: what a controller returns. */
@Component
class Screens {

    private final Pages pages = new Pages();
    private final Frames frames;

    Screens(Frames frames) {
        this.frames = frames;
    }

    /** A page with the status 200. */
    View show(Page page) {
        return show(page, HttpStatus.OK);
    }

    /** A page with another status. */
    View show(Page page, HttpStatus status) {
        return (model, request, response) -> write(frames.around(page, request), page, status.value(), response);
    }

    /** A page of the queue, whose counts are at hand. */
    View show(Page page, Rail rail) {
        return (model, request, response) ->
                write(frames.around(page, request, Optional.of(rail)), page, HttpStatus.OK.value(), response);
    }

    /** A failure, which must show even when the database is away. */
    void show(FailurePage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(frames.around(page, request), page, page.kind().status(), response);
    }

    private void write(Frame frame, Page page, int status, HttpServletResponse response) throws IOException {
        byte[] html = pages.draw(frame, page);
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }
}
