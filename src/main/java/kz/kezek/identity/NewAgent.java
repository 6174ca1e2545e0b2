package kz.kezek.identity;

import java.util.Locale;
import java.util.Set;
import kz.kezek.applicant.Language;

/** An agent to be added; the login is put into lower case. */
public record NewAgent(String login, String displayName, String initials, Set<Role> roles, Language language) {

    public NewAgent {
        login = canonical(login);
        displayName = displayName.strip();
        initials = initials.strip();
        roles = Set.copyOf(roles);
    }

    /** With initials made of the first letters of the first two words of the name. */
    public static NewAgent named(String login, String displayName, Set<Role> roles, Language language) {
        var initials = new StringBuilder();
        for (String word : displayName.strip().split("\\s+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return new NewAgent(login, displayName, initials.toString(), roles, language);
    }

    static String canonical(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
