package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.time.Clock;

/** What a mailbox is opened with. */
sealed interface Credentials {

    record Password(String password) implements Credentials {
        @Override
        public String toString() {
            return "password";
        }
    }

    /** XOAUTH2 with a token fetched when needed. */
    record Token(AccessTokens tokens) implements Credentials {
        String current() throws IOException {
            return tokens.current();
        }
    }

    static Credentials of(MailboxSettings.Account account, Clock clock) {
        return account.oauth().isGiven()
                ? new Token(new AccessTokens(account.oauth(), account.timeout(), clock))
                : new Password(account.password());
    }
}
