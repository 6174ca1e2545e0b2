package kz.kezek.workspace;

import java.util.Optional;

/** The door for agents. */
public record SignInPage(String name, Optional<Message> message) implements Page {

    @Override
    public String template() {
        return "signIn";
    }

    /** What happened before. */
    public enum Message {
        WRONG,
        SIGNED_OUT,
        ENDED,
        TOO_OFTEN;

        /** The key of its sentence. */
        public String key() {
            return "sign-in.message." + SlaView.dashed(name());
        }

        /** Whether it is bad news. */
        public boolean bad() {
            return this == WRONG || this == TOO_OFTEN;
        }
    }
}
