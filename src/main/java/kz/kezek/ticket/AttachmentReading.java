package kz.kezek.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.kezek.storage.BlobId;
import kz.kezek.storage.BlobStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks into attachments that nobody has looked into yet, some in each transaction, so that the words of texts are found. */
@Component
public class AttachmentReading {

    /** So much of each is searched; what a log says it says early. */
    private static final int MOST_BYTES = 100 << 10;
    /** Most files are no text, and that can be seen in so many. */
    private static final int FEW_BYTES = 4 << 10;

    private static final int AT_ONCE = 20;

    private final AttachmentTexts texts;
    private final BlobStore blobs;

    AttachmentReading(JdbcClient jdbc, BlobStore blobs) {
        this.texts = new AttachmentTexts(jdbc);
        this.blobs = blobs;
    }

    /**
     * Reads the next ones.
     *
     * @param reader the words of a text by the beginning of its bytes; nothing when it is no text
     * @return how many were read; none when none is left
     * @throws kz.kezek.storage.BlobsAway when their bytes cannot be asked for: they stay unread
     */
    @Transactional
    public int readNext(Function<byte[], Optional<String>> reader) {
        List<AttachmentTexts.Unread> next = texts.lockNext(AT_ONCE);
        for (AttachmentTexts.Unread attachment : next) {
            words(attachment.content(), reader).ifPresent(text -> texts.insert(attachment, text));
        }
        if (!next.isEmpty()) {
            texts.lookedInto(next);
        }
        return next.size();
    }

    private Optional<String> words(BlobId content, Function<byte[], Optional<String>> reader) {
        boolean text = blobs.beginning(content, FEW_BYTES).flatMap(reader).isPresent();
        return text ? blobs.beginning(content, MOST_BYTES).flatMap(reader) : Optional.empty();
    }
}
