package kz.kezek.intake;

import java.util.Locale;
import java.util.Optional;
import kz.kezek.mail.InboundMail;
import kz.kezek.submission.Submission;

/** A letter in custody, read: its bytes as they are kept, what the mail is, what the form says, who wrote it. */
record ReadLetter(
        LedgerEntry entry,
        byte[] raw,
        InboundMail mail,
        Submission submission,
        Optional<Sender> sender,
        byte[] digest) {

    static ReadLetter of(LedgerEntry entry, byte[] raw, InboundMail mail, Submission submission) {
        Optional<Sender> sender = Sender.of(mail, entry.envelope());
        byte[] digest = ContentDigest.of(sender.map(Sender::address).orElse(""), mail);
        return new ReadLetter(entry, raw, mail, submission, sender, digest);
    }

    /** The sender's address in lower case; empty when nobody is named. */
    String writer() {
        return sender.map(Sender::address).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Whether the prescribed form is in it, so that even a letter marked as automatic is one of ours to work on. */
    boolean looksLikeTheForm() {
        return submission.missingItems().size() <= 2;
    }
}
