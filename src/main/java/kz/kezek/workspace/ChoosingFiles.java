package kz.kezek.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.workspace.ComposerView.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.multipart.MultipartFile;

/** Keeps the files that an agent chooses, drops or pastes beside the draft, each one that may go out. */
@Component
class ChoosingFiles {

    private static final String FIELD = "files";

    private final DraftFiles files;
    private final BlobStore blobs;
    private final TransactionOperations transaction;

    ChoosingFiles(DraftFiles files, BlobStore blobs, TransactionOperations transaction) {
        this.files = files;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    /** Keeps them; what is wrong with those that are not kept. */
    List<FieldError> keep(Drafts.Place place, @Nullable List<MultipartFile> chosen) {
        List<FieldError> refused = new ArrayList<>();
        for (MultipartFile file : chosen == null ? List.<MultipartFile>of() : chosen) {
            if (!file.isEmpty()) {
                keep(place, file).ifPresent(refused::add);
            }
        }
        return refused;
    }

    private Optional<FieldError> keep(Drafts.Place place, MultipartFile sent) {
        String name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
        Optional<ChosenFile> file = ChosenFile.read(name, bytes(sent));
        if (file.isEmpty()) {
            return Optional.of(new FieldError(FIELD, "error.files.type", List.of(name)));
        }
        List<AttachedFile> before = files.toSend(place);
        long together =
                before.stream().mapToLong(AttachedFile::size).sum() + file.get().bytes().length;
        if (before.size() >= ChosenFile.MOST || together > ChosenFile.LARGEST_TOGETHER) {
            return Optional.of(new FieldError(
                    FIELD, "error.files.much", List.of(name, ChosenFile.MOST, ChosenFile.LARGEST_TOGETHER >> 20)));
        }
        BlobStore.Stored stored = blobs.store(file.get().bytes());
        transaction.executeWithoutResult(status -> add(place, file.get(), stored));
        return Optional.empty();
    }

    private void add(Drafts.Place place, ChosenFile file, BlobStore.Stored stored) {
        files.add(place, new AttachedFile(file.name(), file.mediaType(), file.bytes().length, blobs.put(stored)));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
