package kz.kezek.submission;

import java.util.Optional;

/** What a label in a letter asks for: an item, a part of one, or something the form does not know. */
enum Slot {
    EDS(FormItem.EDS),
    EDS_VALIDITY(FormItem.EDS),
    BROWSER(FormItem.BROWSER),
    JAVA(FormItem.JAVA),
    DETAILS(FormItem.DETAILS),
    ERROR_TEXT(FormItem.DETAILS),
    ACTIONS(FormItem.DETAILS),
    ADDITIONAL(FormItem.DETAILS),
    SENDER(FormItem.SENDER),
    NAME(FormItem.SENDER),
    ID(FormItem.SENDER),
    /** The version alone, of whatever was named last. */
    VERSION,
    /** The problem in the applicant's words. */
    DESCRIPTION,
    /** The operating system, which the form counts among the additional information. */
    OPERATING_SYSTEM,
    /** The subject line, written into the text. */
    SUBJECT,
    /** A telephone, an address: not asked for. */
    OTHER,
    /** Text under no label. */
    NONE;

    private final Optional<FormItem> item;

    Slot() {
        this.item = Optional.empty();
    }

    Slot(FormItem item) {
        this.item = Optional.of(item);
    }

    Optional<FormItem> item() {
        return item;
    }

    boolean isOf(FormItem other) {
        return item.filter(other::equals).isPresent();
    }

    static Slot of(FormItem item) {
        return switch (item) {
            case EDS -> EDS;
            case BROWSER -> BROWSER;
            case JAVA -> JAVA;
            case DETAILS -> DETAILS;
            case SENDER -> SENDER;
        };
    }
}
