package kz.kezek.workspace;

/** By which door a ticket came, as the pages draw it. */
public enum Channel {
    MAIL("mail"),
    FORM("globe"),
    PHONE("phone");

    private final String icon;

    Channel(String icon) {
        this.icon = icon;
    }

    /** Its icon in the sprite. */
    public String icon() {
        return icon;
    }

    /** The key of its name. */
    public String key() {
        return "channel." + SlaView.dashed(name());
    }
}
