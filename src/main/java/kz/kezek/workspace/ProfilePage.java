package kz.kezek.workspace;

/** The agent's own choices: language, theme, density, keys. All of it comes from the frame. */
public record ProfilePage(boolean saved) implements Page {

    @Override
    public String template() {
        return "profile";
    }
}
