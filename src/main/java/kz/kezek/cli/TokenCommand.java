package kz.kezek.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.kezek.KezekApplication;
import kz.kezek.identity.ApiToken;
import kz.kezek.identity.Role;
import kz.kezek.identity.TokenIssue;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.SystemActor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kezek token}: makes, lists and revokes API tokens, whether the program runs or not. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Make, list and revoke API tokens.",
        subcommands = CommandLine.HelpCommand.class)
final class TokenCommand {

    private static final Actor CONSOLE = new SystemActor("console");

    private final Clock clock = KezekApplication.WORLD_CLOCK;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Make a token and print it: it is shown this once.")
    int create(
            @Mixin ConfiguredDatabase database,
            @Option(names = "--name", required = true, description = "What it is for.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            converter = RoleWord.class,
                            description = "agent, shift-lead, supervisor, administrator or auditor.")
                    Role role) {
        return switch (database.with(identity -> identity.tokens().issue(name, role, CONSOLE, clock.instant()))) {
            case TokenIssue.Issued issued -> {
                out().println(issued.value());
                yield 0;
            }
            case TokenIssue.NameTaken taken ->
                refused("There is a token '%s' already: choose another name, or revoke that one first."
                        .formatted(taken.name()));
            case TokenIssue.NameRefused refused ->
                refused("A token cannot be named '%s': give 1 to 100 characters, and not 'bootstrap'."
                        .formatted(refused.name()));
        };
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List all tokens, revoked ones too.")
    int list(@Mixin ConfiguredDatabase database) {
        var tokens = database.with(identity -> identity.tokens().all());
        out().printf("%-24s %-14s %-21s %-21s %s%n", "NAME", "ROLE", "CREATED", "USED IN THE HOUR OF", "REVOKED");
        for (ApiToken token : tokens) {
            out().printf(
                            "%-24s %-14s %-21s %-21s %s%n",
                            token.name(),
                            RoleWord.written(token.role()),
                            written(Optional.of(token.createdAt())),
                            written(token.lastUsedAt()),
                            written(token.revokedAt()));
        }
        return 0;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "End a token at once.")
    int revoke(
            @Mixin ConfiguredDatabase database,
            @Option(names = "--name", required = true, description = "The name it was made with.") String name) {
        Optional<ApiToken> revoked =
                database.with(identity -> identity.tokens().revoke(name, CONSOLE, clock.instant()));
        return revoked.isPresent()
                ? 0
                : refused("There is no active token '%s': see kezek token list.".formatted(name));
    }

    private int refused(String sentence) {
        command.commandLine().getErr().println("kezek: " + sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private static String written(Optional<Instant> instant) {
        return instant.map(at ->
                        at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString())
                .orElse("-");
    }
}
