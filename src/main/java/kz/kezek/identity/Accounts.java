package kz.kezek.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import kz.kezek.identity.AccountChange.AccountDefect;
import kz.kezek.identity.AccountChange.DetailsRefused;
import kz.kezek.identity.AccountChange.Done;
import kz.kezek.identity.AccountChange.LoginTaken;
import kz.kezek.identity.AccountChange.PasswordRefused;
import kz.kezek.identity.AccountChange.UnknownLogin;
import kz.kezek.identity.Agents.Account;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the agents' accounts. Each change is one transaction with its entry in the journal; disabling, another password and
 * other roles end every session of the agent at once.
 */
@Component
public final class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_INITIALS = 4;

    private final Agents agents;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Passwords passwords;
    private final PasswordRules rules = new PasswordRules();

    Accounts(JdbcClient jdbc, Journal journal, TransactionOperations transaction, Passwords passwords) {
        this.agents = new Agents(jdbc);
        this.journal = journal;
        this.transaction = transaction;
        this.passwords = passwords;
    }

    /** Adds an agent. */
    public AccountChange create(NewAgent agent, String password, Actor by, Instant at) {
        Set<AccountDefect> defects = defects(agent);
        if (!defects.isEmpty()) {
            return new DetailsRefused(defects);
        }
        Set<PasswordDefect> weaknesses = rules.defects(password, agent.login());
        if (!weaknesses.isEmpty()) {
            return new PasswordRefused(weaknesses);
        }
        String hash = passwords.hash(password);
        return inTransaction(() -> agents.insert(agent, hash, at)
                .<AccountChange>map(account -> {
                    record(account.agent(), "agent.created", Map.of("roles", written(agent.roles())), by, at);
                    return new Done(account.agent());
                })
                .orElseGet(() -> new LoginTaken(agent.login())));
    }

    /** Adds an agent unless the login is taken: then the account stays as it is, its password too. */
    public AccountChange createIfAbsent(NewAgent agent, String password, Actor by, Instant at) {
        return switch (create(agent, password, by, at)) {
            case LoginTaken taken -> change(taken.login(), account -> {});
            case AccountChange other -> other;
        };
    }

    /** Gives another password and ends the agent's sessions. */
    public AccountChange changePassword(String login, String password, Actor by, Instant at) {
        String canonical = NewAgent.canonical(login);
        Set<PasswordDefect> weaknesses = rules.defects(password, canonical);
        if (!weaknesses.isEmpty()) {
            return new PasswordRefused(weaknesses);
        }
        String hash = passwords.hash(password);
        return change(canonical, account -> {
            agents.changePassword(account.agent().id(), hash);
            agents.endSessions(account.agent());
            record(account.agent(), "agent.password-changed", Map.of(), by, at);
        });
    }

    /** Gives other roles and ends the agent's sessions. */
    public AccountChange changeRoles(String login, Set<Role> roles, Actor by, Instant at) {
        if (roles.isEmpty()) {
            return new DetailsRefused(Set.of(AccountDefect.NO_ROLE));
        }
        return change(NewAgent.canonical(login), account -> {
            agents.changeRoles(account.agent().id(), roles);
            agents.endSessions(account.agent());
            var fromTo = Map.of("from", written(account.agent().roles()), "to", written(roles));
            record(account.agent(), "agent.roles-changed", fromTo, by, at);
        });
    }

    /** Changes the language of the agent's pages; sessions go on. */
    public AccountChange changeLanguage(String login, Language language, Actor by, Instant at) {
        return change(NewAgent.canonical(login), account -> {
            agents.changeLanguage(account.agent().id(), language);
            record(account.agent(), "agent.language-changed", Map.of("to", language.tag()), by, at);
        });
    }

    /** Ends the agent's sessions and refuses new ones. The account is kept: the history names it. */
    public AccountChange disable(String login, Actor by, Instant at) {
        return change(NewAgent.canonical(login), account -> {
            agents.disable(account.agent().id(), at);
            agents.endSessions(account.agent());
            record(account.agent(), "agent.disabled", Map.of(), by, at);
        });
    }

    /** Lets a disabled agent sign in again. */
    public AccountChange enable(String login, Actor by, Instant at) {
        return change(NewAgent.canonical(login), account -> {
            agents.enable(account.agent().id());
            record(account.agent(), "agent.enabled", Map.of(), by, at);
        });
    }

    private AccountChange change(String login, Consumer<Account> step) {
        return inTransaction(() -> agents.withLogin(login)
                .<AccountChange>map(account -> {
                    step.accept(account);
                    return new Done(agents.withLogin(login).orElseThrow().agent());
                })
                .orElseGet(() -> new UnknownLogin(login)));
    }

    private AccountChange inTransaction(Supplier<AccountChange> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void record(Agent agent, String action, Map<String, String> details, Actor by, Instant at) {
        journal.record(Act.of("agent:" + agent.id(), action, agent.login()).with(details), by, at);
    }

    private static String written(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static Set<AccountDefect> defects(NewAgent agent) {
        var defects = EnumSet.noneOf(AccountDefect.class);
        if (!LOGIN.matcher(agent.login()).matches()) {
            defects.add(AccountDefect.LOGIN_MALFORMED);
        }
        if (isNotWithin(LONGEST_NAME, agent.displayName())) {
            defects.add(AccountDefect.DISPLAY_NAME_LENGTH);
        }
        if (isNotWithin(LONGEST_INITIALS, agent.initials())) {
            defects.add(AccountDefect.INITIALS_LENGTH);
        }
        if (agent.roles().isEmpty()) {
            defects.add(AccountDefect.NO_ROLE);
        }
        return defects;
    }

    private static boolean isNotWithin(int longest, String text) {
        return text.isEmpty() || text.codePointCount(0, text.length()) > longest;
    }
}
