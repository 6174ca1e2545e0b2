package kz.kezek.workspace;

/** A person as a small round: initials, full name for the tooltip, and one of five tones (0 = grey, an applicant). */
public record Avatar(String initials, String name, int tone) {}
