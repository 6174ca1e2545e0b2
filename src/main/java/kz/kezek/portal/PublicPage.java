package kz.kezek.portal;

/** What one public page shows: a record that its template draws. */
public interface PublicPage {

    /** The template's name below {@code portal/}, without ending. */
    String template();

    /** Whether the page belongs to one applicant: not indexed, not kept, no Referer. */
    default boolean personal() {
        return false;
    }
}
