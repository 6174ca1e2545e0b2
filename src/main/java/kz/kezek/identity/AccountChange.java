package kz.kezek.identity;

import java.util.Set;

/** What came of a wish to add or change an account. Nothing is changed unless it is {@link Done}. */
public sealed interface AccountChange {

    /** The account as it is now. */
    record Done(Agent agent) implements AccountChange {}

    /** No account has this login. */
    record UnknownLogin(String login) implements AccountChange {}

    /** Another account has this login. */
    record LoginTaken(String login) implements AccountChange {}

    /** The login, the name, the initials or the roles are not such as an account may have. */
    record DetailsRefused(Set<AccountDefect> defects) implements AccountChange {}

    /** The password breaks these rules. */
    record PasswordRefused(Set<PasswordDefect> defects) implements AccountChange {}

    /** What is wrong with the details of an account. */
    enum AccountDefect {
        /** Not 2 to 64 of: Latin letters, digits, dot, underscore, hyphen, at sign; or it starts with a sign. */
        LOGIN_MALFORMED,
        /** Not 1 to 100 characters. */
        DISPLAY_NAME_LENGTH,
        /** Not 1 to 4 characters. */
        INITIALS_LENGTH,
        /** No role at all. */
        NO_ROLE
    }
}
