package kz.kezek.intake;

import java.util.Optional;
import kz.kezek.correspondence.Recipient;
import kz.kezek.mail.InboundMail;

/**
 * A letter of the quarantine, opened.
 *
 * @param row its row in the ledger
 * @param raw its bytes as they are kept
 * @param mail what today's reader reads in it; empty when it cannot be read
 * @param headers the header lines as they came, for people; cut when there are very many
 * @param text the readable text; of a letter that cannot be read, its bytes as far as they are text
 * @param resendTo who can be asked to send it again; empty for nobody: no address, a null sender, a machine
 */
public record QuarantinedLetter(
        LedgerRow row,
        byte[] raw,
        Optional<InboundMail> mail,
        String headers,
        String text,
        Optional<Recipient> resendTo) {}
