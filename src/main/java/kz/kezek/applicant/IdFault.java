package kz.kezek.applicant;

/** What can be wrong with an ИИН or a БИН of the right length. Each is a warning only (A18). */
public enum IdFault {
    /** The last digit does not agree with the other eleven. */
    CHECK_DIGIT,
    /** The first digits are no calendar date (ИИН) or no month (БИН). */
    IMPOSSIBLE_DATE,
    /** The seventh digit of an ИИН is not 1–6: neither century nor sex. */
    CENTURY_DIGIT,
    /** The sixth digit of a БИН is not 0–3: neither head, branch, office nor farm. */
    UNIT_DIGIT,
    /** The fifth digit is 7–9: neither ИИН nor БИН. */
    KIND_DIGIT
}
