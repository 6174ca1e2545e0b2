package kz.kezek.workspace;

/** The token that a form carries against cross-site forgery, under the parameter's name. */
public record FormToken(String parameter, String value) {

    /** Where no form can be sent. */
    static final FormToken NONE = new FormToken("_csrf", "");

    /** Whether forms of the page can be sent. */
    public boolean present() {
        return !value.isEmpty();
    }
}
