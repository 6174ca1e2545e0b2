package kz.kezek.cli;

import java.nio.file.Path;
import kz.kezek.intake.smtp.SmtpDoor;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kezek serve}: the program as it runs in production, until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Run Kezek until Ctrl-C: pages, API and the SMTP door.",
        footer = {
            "",
            "With KEZEK_DATABASE_URL set (postgres://user:password@host/database, PostgreSQL 15 or newer)",
            "that database is used; otherwise an embedded PostgreSQL keeps its data in --data."
        })
final class ServeCommand implements Runnable {

    @Mixin
    private final ListenOptions options = new ListenOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        Path data = options.data();
        options.requireFreePorts();
        ConfigurableApplicationContext program = Program.start(options.settings(data));
        command.commandLine()
                .getOut()
                .printf(
                        "Kezek %s is ready: http://%s:%d, mail to %s:%d, data in %s. Ctrl-C stops it.%n",
                        ProgramVersion.number(),
                        options.bind(),
                        Program.httpPort(program),
                        options.smtpAddress(),
                        program.getBean(SmtpDoor.class).port(),
                        data.toAbsolutePath());
        Program.waitUntilStopped(program);
    }
}
