package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes reports about letters of ours. */
final class BounceReader {

    private BounceReader() {}

    static Optional<Bounce> read(MimePart letter, String text) {
        MimePart status = find(letter, "message/delivery-status");
        if (status == null) {
            return Optional.empty();
        }
        List<BouncedRecipient> recipients = DeliveryStatus.read(Octets.latin(status.decodedBody()));
        return Optional.of(new Bounce(BounceKind.FAILURE, recipients, new ArrayList<>()));
    }

    private static @org.jspecify.annotations.Nullable MimePart find(MimePart part, String type) {
        if (part.mediaType().equals(type)) {
            return part;
        }
        for (MimePart child : part.children()) {
            MimePart found = find(child, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
