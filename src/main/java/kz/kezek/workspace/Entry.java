package kz.kezek.workspace;

/** What a conversation is made of, in the order of time. */
public sealed interface Entry permits MessageView, EventView {

    /** The anchor of this entry in the page. */
    String anchor();
}
