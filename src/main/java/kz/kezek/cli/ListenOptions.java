package kz.kezek.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the program listens and keeps its data; a mixin of every command that starts it. */
final class ListenOptions {

    private static final int LARGEST_PORT = 65_535;
    private static final String LOOPBACK = "127.0.0.1";

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "${env:KEZEK_HTTP_PORT:-8080}",
            description = "Port of the pages and the API; 0 takes a free one. Default: $$KEZEK_HTTP_PORT, or 8080.")
    private int http;

    @Option(
            names = "--smtp",
            paramLabel = "PORT",
            defaultValue = "${env:KEZEK_SMTP_PORT:-2525}",
            description = "Port of the SMTP door; 0 takes a free one. Default: $$KEZEK_SMTP_PORT, or 2525.")
    private int smtp;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all data. Default: $$KEZEK_DATA, or kezek in your data folder.")
    private @Nullable Path data;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Address to listen on. Default: 127.0.0.1, this machine only; the SMTP door's:"
                    + " $$KEZEK_SMTP_ADDRESS before that.")
    private @Nullable String bind;

    int http() {
        return http;
    }

    int smtp() {
        return smtp;
    }

    String bind() {
        return bind == null ? LOOPBACK : bind;
    }

    /** The pages may stay behind a proxy on this machine while the door is open to mail servers. */
    String smtpAddress() {
        return bind == null ? System.getenv().getOrDefault("KEZEK_SMTP_ADDRESS", LOOPBACK) : bind;
    }

    /** The folder named on the command line, else in {@code KEZEK_DATA}, else {@code otherwise}. */
    Path data(Path otherwise) {
        if (data != null) {
            return data;
        }
        String named = System.getenv().getOrDefault("KEZEK_DATA", "");
        return named.isBlank() ? otherwise : Path.of(named);
    }

    /** As {@link #data(Path)}, with the usual place in the user's data folder. */
    Path data() {
        String home = System.getenv().getOrDefault("XDG_DATA_HOME", "");
        Path folder = home.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(home);
        return data(folder.resolve("kezek"));
    }

    /** These options as settings of the program. */
    Map<String, String> settings(Path folder) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", Integer.toString(http));
        settings.put("server.address", bind());
        settings.put("kezek.smtp.port", Integer.toString(smtp));
        settings.put("kezek.smtp.address", smtpAddress());
        settings.put("kezek.data", folder.toString());
        return settings;
    }

    /** Says which port is taken, or that there is no such address, before anything is started. */
    void requireFreePorts() {
        requireFree(bind(), http, "--http");
        requireFree(smtpAddress(), smtp, "--smtp");
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new CannotProceed(
                    "There is no address %s: give one of this machine's with --bind.".formatted(name), e);
        }
    }

    private void requireFree(String name, int port, String option) {
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(
                    command().commandLine(), "There is no port %d; %s takes 0 to 65535".formatted(port, option));
        }
        InetAddress address = address(name);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotProceed(
                    "Port %d on %s cannot be used (%s): stop the program that holds it, or choose another with %s."
                            .formatted(port, name, e.getMessage(), option),
                    e);
        }
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("not a mixin");
        }
        return command;
    }
}
