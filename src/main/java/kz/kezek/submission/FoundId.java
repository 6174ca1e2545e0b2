package kz.kezek.submission;

import kz.kezek.applicant.ApplicantId;

/** An ИИН or БИН found in a letter: the number, where it stood and how it was written there. */
public record FoundId(ApplicantId id, Place place, String quotation) {

    /** The places looked at, in the order they are believed. */
    public enum Place {
        SUBJECT,
        ITEM5,
        BODY
    }
}
