package kz.kezek.workspace;

/** By which door a ticket came, as the pages draw it. */
final class Channels {

    private Channels() {}

    /** A program that registers tickets does so for a form of its own. */
    static Channel of(kz.kezek.ticket.Channel channel) {
        return switch (channel) {
            case MAIL -> Channel.MAIL;
            case FORM, API -> Channel.FORM;
            case PHONE -> Channel.PHONE;
        };
    }
}
