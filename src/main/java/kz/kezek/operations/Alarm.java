package kz.kezek.operations;

import java.time.Instant;

/**
 * Something that is wrong now.
 *
 * @param subject which door, mailbox, disk, year; empty when there is but one
 * @param amount how much, in the unit of its kind: working hours, minutes, seconds, megabytes, letters
 */
public record Alarm(AlarmKind kind, String subject, long amount, Instant beganAt) {}
