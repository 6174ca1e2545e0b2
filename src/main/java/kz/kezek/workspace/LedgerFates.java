package kz.kezek.workspace;

import java.util.List;
import java.util.Locale;
import kz.kezek.intake.LedgerFilter;

/** How the fates of letters look on pages. */
final class LedgerFates {

    static final List<String> ALL = List.of(
            "TICKET", "REPLY", "DUPLICATE", "AUTOMATIC", "BOUNCE", "QUARANTINE", "REFUSED", LedgerFilter.IN_WORK);

    private LedgerFates() {}

    static String key(String fate) {
        return "fate." + fate.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String tone(String fate) {
        return switch (fate) {
            case "TICKET", "REPLY" -> "accent";
            case "QUARANTINE" -> "late";
            case "REFUSED", LedgerFilter.IN_WORK -> "soon";
            default -> "";
        };
    }
}
