package kz.kezek.workspace;

import java.time.Instant;
import kz.kezek.mail.InboundMail;

/** A letter that arrived at the demonstration's mail server, as its reader would see it. */
public record SunkLetter(int id, Instant arrivedAt, String recipient, InboundMail mail) {}
