package kz.kezek.intake.smtp;

import java.util.Optional;

/** The parameters of MAIL: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531). */
final class SmtpParameters {

    private SmtpParameters() {}

    /** The reply to a sender with parameters that cannot be met; nothing when all is well. */
    static Optional<String> objection(SmtpPath sender, int maxSize) {
        boolean unicode = false;
        for (String parameter : sender.parameters()) {
            switch (parameter) {
                case "BODY=7BIT", "BODY=8BITMIME" -> {}
                case "SMTPUTF8" -> unicode = true;
                default -> {
                    if (!parameter.matches("SIZE=\\d{1,18}")) {
                        return Optional.of("555 5.5.4 Unknown parameter");
                    }
                }
            }
        }
        if (size(sender) > maxSize) {
            return Optional.of("552 5.3.4 The letter is larger than " + maxSize + " bytes");
        }
        return unicode || sender.isAscii() ? Optional.empty() : Optional.of("553 5.6.7 Such an address needs SMTPUTF8");
    }

    /** The size announced, or 0. */
    static long size(SmtpPath sender) {
        return sender.parameters().stream()
                .filter(parameter -> parameter.matches("SIZE=\\d{1,18}"))
                .mapToLong(parameter -> Long.parseLong(parameter.substring("SIZE=".length())))
                .findFirst()
                .orElse(0);
    }
}
