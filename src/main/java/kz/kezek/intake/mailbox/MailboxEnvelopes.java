package kz.kezek.intake.mailbox;

import java.time.Instant;
import java.util.List;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.OurAddresses;
import kz.kezek.mail.DeliveryTrace;
import kz.kezek.regulation.Regulation;
import org.springframework.stereotype.Component;

/** Makes up the envelope of a letter that has left it behind, from what the last server wrote on it. */
@Component
class MailboxEnvelopes {

    private final OurAddresses addresses;
    private final String service;

    MailboxEnvelopes(OurAddresses addresses, Regulation regulation) {
        this.addresses = addresses;
        this.service = regulation.service().address();
    }

    Envelope of(String door, Instant receivedAt, MailboxSettings.Account account, String folder, DeliveryTrace trace) {
        List<String> ours =
                trace.deliveredTo().stream().filter(addresses::isOurs).toList();
        String otherwise = account.address().isEmpty() ? service : account.address();
        return new Envelope(
                door,
                receivedAt,
                account.name() + "/" + folder + " at " + account.host(),
                trace.returnPath().orElse(""),
                ours.isEmpty() ? List.of(otherwise) : ours);
    }
}
