package kz.kezek.ticket;

import java.util.Optional;
import java.util.function.Function;
import kz.kezek.storage.BlobStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks into attachments that nobody has looked into yet, one in each transaction, so that the words of texts are found. */
@Component
public class AttachmentReading {

    /** So much of each is searched; what a log says it says early. */
    private static final int MOST_BYTES = 100 << 10;

    private final AttachmentTexts texts;
    private final BlobStore blobs;

    AttachmentReading(JdbcClient jdbc, BlobStore blobs) {
        this.texts = new AttachmentTexts(jdbc);
        this.blobs = blobs;
    }

    /**
     * Reads the next one.
     *
     * @param reader the words of a text by the beginning of its bytes; nothing when it is no text
     * @return false when there is none left
     * @throws kz.kezek.storage.BlobsAway when its bytes cannot be asked for: it stays unread
     */
    @Transactional
    public boolean readNext(Function<byte[], Optional<String>> reader) {
        Optional<AttachmentTexts.Unread> next = texts.lockNext();
        next.ifPresent(attachment -> {
            blobs.beginning(attachment.content(), MOST_BYTES)
                    .flatMap(reader)
                    .ifPresent(text -> texts.insert(attachment, text));
            texts.lookedInto(attachment);
        });
        return next.isPresent();
    }
}
