package kz.kezek.correspondence;

import kz.kezek.applicant.Language;

/** A letter's content in one language: its words for moments and deadlines are already in that language. */
public record LetterVersion(Language language, LetterContent content) {}
