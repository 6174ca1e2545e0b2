package kz.kezek.workspace;

/** The known problem that a ticket is likely about, recognised in the applicant's own words, with what to advise. */
public record LikelyProblem(String id, String title, String advice) {}
