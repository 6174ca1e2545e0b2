package kz.kezek.cli;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.KezekApplication;
import kz.kezek.demo.AcceleratedClock;
import kz.kezek.demo.Demonstration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kezek demo}: the whole program with people and letters in it, to be looked at; nothing leaves this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "See Kezek work: starts everything, sends real letters through its own door, prints where to look.")
final class DemoCommand implements Runnable {

    private static final int LETTERS = 20;
    private static final Duration OVER = Duration.ofSeconds(60);
    private static final int FASTEST = 100_000;

    @Mixin
    private final ListenOptions options = new ListenOptions();

    @Option(
            names = "--letters",
            paramLabel = "N",
            description =
                    "How many letters to send over a minute. Default: 20 into an empty desk, none into a used one.")
    private int letters = -1;

    @Option(names = "--fresh", description = "Forget the earlier demonstration first.")
    private boolean fresh;

    @Option(
            names = "--clock-speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Let time run N times faster; 600 lets a working day pass in a minute. Starts afresh.")
    private int clockSpeed = 1;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        requireSaneNumbers();
        Path data = options.data(Path.of(".kezek-demo"));
        options.requireFreePorts();
        if (fresh || clockSpeed > 1) {
            forget(data);
        }
        try (ConfigurableApplicationContext program = Program.start(settings(data), clock())) {
            var demonstration = program.getBean(Demonstration.class);
            List<String> logins = demonstration.seedSpecialists();
            announce("http://" + options.bind() + ":" + Program.httpPort(program), demonstration, data, logins);
            send(program, demonstration, lettersToSend(demonstration));
            Program.waitUntilStopped(program);
        }
    }

    private int lettersToSend(Demonstration demonstration) {
        if (letters >= 0) {
            return letters;
        }
        return demonstration.tickets(1) > 0 ? 0 : LETTERS;
    }

    private void requireSaneNumbers() {
        if (clockSpeed < 1 || clockSpeed > FASTEST) {
            throw new ParameterException(command.commandLine(), "--clock-speed takes 1 to " + FASTEST);
        }
        if (letters < -1) {
            throw new ParameterException(command.commandLine(), "--letters takes 0 or more");
        }
    }

    /** Removes the folder of an earlier demonstration, and nothing that does not look like one. */
    private static void forget(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        if (!Files.isDirectory(data.resolve("database"))) {
            throw new CannotProceed(
                    "%s does not look like the folder of a demonstration: remove it yourself, or choose another with --data."
                            .formatted(data));
        }
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new CannotProceed(
                    "%s cannot be removed (%s): stop the demonstration that uses it.".formatted(data, e.getMessage()),
                    e);
        }
    }

    private Map<String, String> settings(Path data) {
        Map<String, String> settings = options.settings(data);
        String sink = Integer.toString(freePort());
        settings.put("kezek.relay.host", "127.0.0.1");
        settings.put("kezek.relay.port", sink);
        settings.put("kezek.demo.sink-port", sink);
        settings.put("kezek.timers.poll", "1s");
        settings.put("kezek.public-url", "http://%s:%d".formatted(options.bind(), options.http()));
        return settings;
    }

    private Clock clock() {
        return clockSpeed == 1
                ? KezekApplication.WORLD_CLOCK
                : new AcceleratedClock(KezekApplication.WORLD_CLOCK, clockSpeed);
    }

    /** A port that was free just now. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotProceed("No free port for the demonstration's mail server: " + e.getMessage(), e);
        }
    }

    private void announce(String site, Demonstration demonstration, Path data, List<String> logins) {
        say("");
        say("Kezek " + ProgramVersion.number() + " is ready.");
        say("");
        say("  Applicants      " + site + " (rules, request form, status)");
        say("  Agents' desk    " + site + "/desk/queue");
        say("  Sign in as      " + String.join(", ", logins) + " with the password " + Demonstration.PASSWORD);
        say("  Letters sent    " + site + "/demo/sink (what applicants receive; nothing leaves this machine)");
        say("  API             " + site + "/api/v1/openapi.json (a token: ./kezek token create --help)");
        say("  Mail to         office@sud.kz by SMTP at " + options.bind() + ":" + demonstration.smtpPort());
        say("  Data            " + data.toAbsolutePath().normalize());
        say("");
        say("Try: open the oldest ticket, press Q, send a request for information, and read it in the sink.");
    }

    private void send(ConfigurableApplicationContext program, Demonstration demonstration, int toSend) {
        if (toSend == 0) {
            say(
                    "The tickets of the last time are here: --letters N sends more, --fresh starts over. Ctrl-C stops everything.");
            return;
        }
        say("Now %d letters come in over a minute. Ctrl-C stops everything.".formatted(toSend));
        try {
            demonstration.sendLetters(toSend, OVER);
            say("All %d letters were taken.".formatted(toSend));
        } catch (MessagingException e) {
            if (program.isActive()) {
                throw new CannotProceed("The SMTP door did not take a letter: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        PrintWriter out = command.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
