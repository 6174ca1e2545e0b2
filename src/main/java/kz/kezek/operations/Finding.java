package kz.kezek.operations;

/** What a look finds wrong. */
record Finding(AlarmKind kind, String subject, long amount) {}
