package kz.kezek.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kz.kezek.KezekApplication;
import kz.kezek.regulation.AstanaTime;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The running program, as the commands that start it see it. */
final class Program {

    private Program() {}

    /**
     * Starts everything and returns when it serves. Settings given here win over environment and file.
     *
     * @throws CannotProceed when a port was taken in the meantime
     */
    static ConfigurableApplicationContext start(Map<String, String> settings) {
        return start(settings, KezekApplication.WORLD_CLOCK);
    }

    /** The same by another clock. */
    static ConfigurableApplicationContext start(Map<String, String> settings, Clock clock) {
        AstanaTime.verify();
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return new SpringApplicationBuilder(KezekApplication.class)
                    .web(WebApplicationType.SERVLET)
                    .initializers(
                            context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
                    .run(arguments);
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    /** The port the pages are served on: the one asked for, or the free one taken for 0. */
    static int httpPort(ConfigurableApplicationContext program) {
        WebServer server = ((WebServerApplicationContext) program).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** Returns when the program has been stopped, by a signal or from inside. */
    static void waitUntilStopped(ConfigurableApplicationContext program) {
        CountDownLatch stopped = new CountDownLatch(1);
        program.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                stopped.countDown();
            }
        });
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return new CannotProceed(
                        "Port %d is in use: stop the program that holds it, or choose another with --http."
                                .formatted(taken.getPort()),
                        failure);
            }
        }
        return failure;
    }
}
