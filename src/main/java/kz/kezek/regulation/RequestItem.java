package kz.kezek.regulation;

import kz.kezek.calendar.Names;

/** One thing a request for additional information may ask (R15–R19). */
public record RequestItem(String clause, String key, Names label) {}
