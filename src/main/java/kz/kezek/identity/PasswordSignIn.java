package kz.kezek.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.kezek.identity.Agents.Account;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signs an agent in by login and password, and the code of the second factor where there is one. A wrong password or code, a login that nobody has and a disabled account get the same
 * answer after the same work; whether a try is refused for being one too many depends on the tries alone.
 */
@Component
final class PasswordSignIn implements AuthenticationProvider {

    private final Agents agents;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Clock clock;
    private final SignInLimits limits = new SignInLimits();

    PasswordSignIn(
            JdbcClient jdbc,
            Journal journal,
            TransactionOperations transaction,
            Passwords passwords,
            SecondFactors factors,
            Clock clock) {
        this.agents = new Agents(jdbc);
        this.journal = journal;
        this.transaction = transaction;
        this.passwords = passwords;
        this.factors = factors;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String login = NewAgent.canonical(given.getName());
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Instant at = clock.instant();
        if (!limits.take(login, address, at)) {
            throw new LockedException("too many tries");
        }
        String code = given.getDetails() instanceof SignInDetails details ? details.code() : "";
        Account account = withPassword(login, String.valueOf(given.getCredentials()))
                .filter(found -> factors.admits(SignedInAgent.of(found.agent()), code, at))
                .orElseThrow(() -> new BadCredentialsException("no such login and password"));
        limits.succeeded(login, address, at);
        transaction.executeWithoutResult(status -> record(account, at));
        return CallerAuthentication.of(account);
    }

    private Optional<Account> withPassword(String login, String password) {
        boolean tooLong = password.length() > 2 * PasswordRules.LONGEST;
        Optional<Account> account = login.indexOf('\0') < 0 ? agents.withLogin(login) : Optional.empty();
        String hash = account.map(Account::passwordHash).orElseGet(passwords::nobodys);
        boolean matches = passwords.matches(tooLong ? "" : password, hash);
        return account.filter(found -> matches && found.agent().enabled());
    }

    private void record(Account account, Instant at) {
        var agent = account.agent();
        var act = Act.of("agent:" + agent.id(), "agent.signed-in", agent.login());
        journal.record(act, SignedInAgent.of(agent).actor(), at);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
