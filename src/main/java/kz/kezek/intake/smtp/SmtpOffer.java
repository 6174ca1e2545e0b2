package kz.kezek.intake.smtp;

import java.util.List;

/**
 * A letter as it is being offered.
 *
 * @param peer the client's address, in brackets
 * @param helo the name it gave, fit for a header
 * @param protocol as in RFC 3848 and RFC 6531, such as {@code ESMTPS}
 */
record SmtpOffer(String peer, String helo, String protocol, String from, List<String> recipients) {}
