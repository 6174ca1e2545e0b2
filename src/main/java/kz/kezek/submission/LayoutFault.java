package kz.kezek.submission;

/** How the five items can be laid out otherwise than in the template. The names are the stable codes of the defects. */
public enum LayoutFault {
    FORM_NOT_USED,
    ITEMS_UNNUMBERED,
    ITEMS_RENUMBERED,
    ITEMS_IN_ONE_LINE,
    ITEMS_IN_QUOTED_TEXT,
    PLACEHOLDER_LEFT
}
