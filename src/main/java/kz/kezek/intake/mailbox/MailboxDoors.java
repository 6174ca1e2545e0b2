package kz.kezek.intake.mailbox;

import java.time.Clock;
import java.util.List;
import kz.kezek.intake.DoorGroup;
import kz.kezek.intake.MailboxLedger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The doors of all configured mailboxes, one for each folder. */
@Component
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxDoors implements DoorGroup {

    private final List<MailboxDoor> doors;

    MailboxDoors(MailboxSettings settings, MailboxLedger ledger, MailboxEnvelopes envelopes, Clock clock) {
        this.doors = settings.mailboxes().stream()
                .flatMap(account -> {
                    MailboxServer server = server(account, clock);
                    return account.foldersOrOnly().stream()
                            .map(folder -> new MailboxDoor(
                                    account, folder, server, ledger, envelopes, clock, settings.maxSize()));
                })
                .toList();
    }

    private static MailboxServer server(MailboxSettings.Account account, Clock clock) {
        Credentials credentials = Credentials.of(account, clock);
        return switch (account.protocol()) {
            case IMAP -> new ImapServer(account, credentials);
            case POP3 -> new Pop3Server(account, credentials);
        };
    }

    @Override
    public List<MailboxDoor> doors() {
        return doors;
    }
}
