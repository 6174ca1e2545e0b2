package kz.kezek.intake;

import java.util.List;
import kz.kezek.RunningDesk;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings letters into states that only a fault of ours leads to. */
public final class IntakeFaults {

    private IntakeFaults() {}

    /** A letter taken and given up by the worker in one transaction, as after five failures; its number. */
    public static long quarantined(RunningDesk desk, String sender, byte[] raw) {
        var envelope = new Envelope("SMTP", desk.clock.instant(), "192.0.2.7", sender, List.of("office@sud.kz"));
        CustodyId id = desk.bean(TransactionTemplate.class).execute(status -> {
            CustodyId taken = desk.bean(CustodyLedger.class).take(envelope, raw);
            desk.bean(Settlement.class).quarantine(taken, "not settled in 5 attempts: IllegalStateException");
            return taken;
        });
        return id.value();
    }
}
