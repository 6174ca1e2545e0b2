package kz.kezek.ticket;

/** An address that takes part in a ticket; in lower case. */
public record Participant(String address, ParticipantRole role) {}
