package kz.kezek.storage;

/** A backup that cannot be used as it is; the message is one sentence that says why, without a full stop. */
public final class DamagedBackup extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedBackup(String sentence) {
        super(sentence);
    }
}
