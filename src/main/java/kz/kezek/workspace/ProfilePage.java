package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** The agent's own choices (language, theme, density, keys come from the frame), second factor and sessions. */
public record ProfilePage(boolean saved, Factor factor, List<Session> sessions) implements Page {

    /** The profile of somebody who signs in by password alone, here only. */
    public ProfilePage(boolean saved) {
        this(saved, new Factor(false, false, Optional.empty(), List.of()), List.of());
    }

    @Override
    public String template() {
        return "profile";
    }

    /**
     * The second factor.
     *
     * @param wrong whether the code just given was wrong
     * @param enrolment what the app has to know, while it is being switched on
     * @param recovery the recovery codes, once
     */
    public record Factor(boolean on, boolean wrong, Optional<Enrolment> enrolment, List<String> recovery) {}

    /** The secret to be typed into an app, in groups of four, and the address that an app opens. */
    public record Enrolment(String secret, String uri) {}

    /** Where the agent is signed in: since when and until when used, in words. */
    public record Session(String began, String lastUsed, boolean current) {}
}
