package kz.kezek.workspace;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.TicketId;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One page's stream of events. Names wait in a set until they are sent by a thread of the stream's own, so that a page behind a
 * slow line keeps nobody waiting and is told of ten changes once.
 */
final class LiveStream {

    private final SseEmitter emitter;
    private final Optional<TicketId> ticket;
    private final AgentId agent;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final boolean news;
    private boolean sending;

    /** A stream of an agent, about the queue or the one ticket that the page shows. */
    LiveStream(SseEmitter emitter, Optional<TicketId> ticket, AgentId agent, boolean news) {
        this.emitter = emitter;
        this.ticket = ticket;
        this.agent = agent;
        this.news = news;
    }

    AgentId agent() {
        return agent;
    }

    Optional<TicketId> ticket() {
        return ticket;
    }

    /** Whether the page asks for news of any ticket. */
    boolean news() {
        return news;
    }

    /** Whether what happens in a ticket's presence concerns this page: all tickets do when it shows the queue. */
    boolean shows(TicketId other) {
        return ticket.map(other::equals).orElse(true);
    }

    synchronized void tell(String name) {
        waiting.add(name);
        if (!sending) {
            sending = true;
            Thread.ofVirtual().name("live-stream").start(this::send);
        }
    }

    void end() {
        emitter.complete();
    }

    private void send() {
        try {
            for (Optional<String> name = next(); name.isPresent(); name = next()) {
                emitter.send(SseEmitter.event().name(name.get()).data(""));
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private synchronized Optional<String> next() {
        Optional<String> name = waiting.stream().findFirst();
        name.ifPresentOrElse(waiting::remove, () -> sending = false);
        return name;
    }
}
