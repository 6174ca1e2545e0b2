package kz.kezek.storage;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The bucket with the bytes cannot be used just now, or its settings cannot. The message is one sentence for whoever runs the
 * program; like a database that is away it is a reason to try again later, and nothing is lost.
 */
public final class BlobsAway extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1;

    BlobsAway(String sentence) {
        super(sentence);
    }

    BlobsAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
