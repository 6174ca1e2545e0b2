package kz.kezek.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.kezek.KezekApplication;
import kz.kezek.applicant.Language;
import kz.kezek.identity.AccountChange;
import kz.kezek.identity.Accounts;
import kz.kezek.identity.Agent;
import kz.kezek.identity.NewAgent;
import kz.kezek.identity.PasswordDefect;
import kz.kezek.identity.Role;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.SystemActor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek user}: adds agents and changes their accounts, whether the program runs or not. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Add people and change their accounts.",
        subcommands = CommandLine.HelpCommand.class)
final class UserCommand {

    private static final Actor CONSOLE = new SystemActor("console");

    private final Clock clock = KezekApplication.WORLD_CLOCK;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Add a person.")
    int create(@Mixin ConfiguredDatabase database, @Mixin PasswordEntry password, @Mixin PersonOptions person) {
        NewAgent agent = person.agent();
        return withPassword(
                database, password, chosen -> accounts -> accounts.create(agent, chosen, CONSOLE, clock.instant()));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List everybody, disabled people too.")
    int list(@Mixin ConfiguredDatabase database) {
        var out = command.commandLine().getOut();
        out.printf("%-24s %-9s %-24s %s%n", "LOGIN", "STATE", "ROLES", "NAME");
        for (Agent agent : database.with(identity -> identity.directory().everybody())) {
            String roles =
                    agent.roles().stream().sorted().map(RoleWord::written).collect(Collectors.joining(","));
            out.printf(
                    "%-24s %-9s %-24s %s%n",
                    agent.login(), agent.enabled() ? "enabled" : "disabled", roles, agent.displayName());
        }
        return 0;
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Refuse sign-in and end the person's sessions; the history stays.")
    int disable(@Mixin ConfiguredDatabase database, @Parameters(paramLabel = "LOGIN") String login) {
        return changed(database, accounts -> accounts.disable(login, CONSOLE, clock.instant()));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Let a disabled person sign in again.")
    int enable(@Mixin ConfiguredDatabase database, @Parameters(paramLabel = "LOGIN") String login) {
        return changed(database, accounts -> accounts.enable(login, CONSOLE, clock.instant()));
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Give another password and end the person's sessions.")
    int password(
            @Mixin ConfiguredDatabase database,
            @Mixin PasswordEntry password,
            @Parameters(paramLabel = "LOGIN") String login) {
        return withPassword(
                database,
                password,
                chosen -> accounts -> accounts.changePassword(login, chosen, CONSOLE, clock.instant()));
    }

    @Command(
            name = "roles",
            mixinStandardHelpOptions = true,
            description = "Give other roles and end the person's sessions.")
    int roles(
            @Mixin ConfiguredDatabase database,
            @Parameters(paramLabel = "LOGIN") String login,
            @Option(names = "--role", required = true, split = ",", converter = RoleWord.class) Set<Role> roles) {
        return changed(database, accounts -> accounts.changeRoles(login, roles, CONSOLE, clock.instant()));
    }

    /** Who is to be added. */
    static final class PersonOptions {

        @Option(names = "--login", required = true, description = "What the person signs in with.")
        private String login = "";

        @Option(names = "--name", required = true, description = "The name colleagues see.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                split = ",",
                converter = RoleWord.class,
                description = "agent, shift-lead, supervisor, administrator, auditor; several by commas.")
        private Set<Role> roles = Set.of();

        @Option(
                names = "--language",
                defaultValue = "RU",
                description = "ru, kk or en. Default: ru.",
                converter = Tag.class)
        private Language language = Language.RU;

        NewAgent agent() {
            return NewAgent.named(login, name, roles, language);
        }
    }

    /** A language as it is typed: {@code kk}. */
    static final class Tag implements CommandLine.ITypeConverter<Language> {
        @Override
        public Language convert(String word) {
            for (Language language : Language.values()) {
                if (language.tag().equalsIgnoreCase(word)) {
                    return language;
                }
            }
            throw new CommandLine.TypeConversionException("'%s' is no language; there are: ru, kk, en".formatted(word));
        }
    }

    private int withPassword(
            ConfiguredDatabase database,
            PasswordEntry entry,
            Function<String, Function<Accounts, AccountChange>> change) {
        Optional<String> password = entry.read();
        if (password.isEmpty()) {
            return refused(
                    "No password was given, or not the same twice: type it at a terminal, or use --password-stdin.");
        }
        return changed(database, change.apply(password.get()));
    }

    private int changed(ConfiguredDatabase database, Function<Accounts, AccountChange> change) {
        return switch (database.with(identity -> change.apply(identity.accounts()))) {
            case AccountChange.Done done -> 0;
            case AccountChange.UnknownLogin unknown ->
                refused("Nobody has the login '%s': see kezek user list.".formatted(unknown.login()));
            case AccountChange.LoginTaken taken ->
                refused("The login '%s' is taken: choose another.".formatted(taken.login()));
            case AccountChange.DetailsRefused details ->
                refused("Not accepted (%s): a login has 2 to 64 of a-z 0-9 . _ - @, a name 1 to 100 characters."
                        .formatted(details.defects()));
            case AccountChange.PasswordRefused password ->
                refused("The password %s."
                        .formatted(password.defects().stream()
                                .sorted()
                                .map(UserCommand::complaint)
                                .collect(Collectors.joining(" and "))));
        };
    }

    private static String complaint(PasswordDefect defect) {
        return switch (defect) {
            case TOO_SHORT -> "has fewer than 12 characters";
            case TOO_LONG -> "has more than 128 characters";
            case COMMON -> "is one of those guessed first";
            case REPETITIVE -> "has fewer than five different characters";
            case CONTAINS_LOGIN -> "contains the login";
        };
    }

    private int refused(String sentence) {
        command.commandLine().getErr().println("kezek: " + sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
