package kz.kezek.workspace;

import java.util.List;

/** What a browser tells its agent, as a fragment for the script. */
public record NotificationsPage(List<Notification> notifications) implements Page {

    @Override
    public String template() {
        return "notifications";
    }

    /** One thing: the name under which it is told once, the key of its words, the ticket and what that is about. */
    public record Notification(String name, String key, TicketLink ticket, String subject) {}
}
