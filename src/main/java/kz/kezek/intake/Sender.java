package kz.kezek.intake;

import java.util.Optional;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAddress;

/** Who a letter is from, as far as it says: the author, else the envelope sender. Nothing here is proven; a caller may have neither. */
record Sender(String name, String address) {

    static Optional<Sender> of(InboundMail mail, Envelope envelope) {
        return mail.from().stream()
                .filter(from -> isAddress(from.address()))
                .findFirst()
                .map(from -> new Sender(from.name(), from.address()))
                .or(() -> Optional.of(envelope.from())
                        .filter(Sender::isAddress)
                        .map(from -> new Sender(
                                mail.from().stream()
                                        .findFirst()
                                        .map(MailAddress::name)
                                        .orElse(""),
                                from)))
                .or(() -> envelope.isCall() ? Optional.of(new Sender("", "")) : Optional.empty());
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1 && text.chars().noneMatch(Character::isWhitespace);
    }
}
