package kz.kezek.submission;

/** How surely a fact was read. */
public enum Confidence {
    /** In its place and in a known form. */
    CERTAIN,
    /** Found elsewhere, guessed from free text, or in words instead of figures: shown with ⚠. */
    DOUBTFUL
}
