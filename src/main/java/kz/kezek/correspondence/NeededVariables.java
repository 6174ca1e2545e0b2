package kz.kezek.correspondence;

import java.util.List;
import java.util.Optional;

/** The variables without which a letter does not say what the regulation has it say (R12–R26). */
final class NeededVariables {

    private NeededVariables() {}

    static List<String> in(Optional<LetterKind> kind) {
        return kind.map(NeededVariables::of).orElse(List.of("from", "opens", "closes", "phone"));
    }

    private static List<String> of(LetterKind kind) {
        return switch (kind) {
            case ACCEPTANCE_NOTICE -> List.of("due");
            case ACCEPTANCE_NOTICE_INCOMPLETE -> List.of("due", "factLines", "linesToFill");
            case INFORMATION_REQUEST -> List.of("items", "instructions", "due");
            case REMINDER -> List.of("items", "due");
            case ANSWER -> List.of("answer");
            case DISCONTINUATION -> List.of("requestedAt", "discontinuedAt");
            case REOPENED -> List.of("due");
            case DEADLINE_MOVED -> List.of("dueBefore", "due");
            case UNREADABLE -> List.of("receivedAt", "address");
            case PRIVATE_KEY_REFUSED -> List.of("keyAttachments", "password", "destroyedAt");
            case OUT_OF_SCOPE -> List.of("competentBody");
            case ALARM -> List.of("name", "ended", "at");
            case ADDRESS_CONFIRMATION -> List.of("statusUrl", "validUntil");
            case STATUS_LINK -> List.of("statusUrl");
        };
    }
}
