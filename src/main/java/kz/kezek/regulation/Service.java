package kz.kezek.regulation;

import kz.kezek.calendar.Names;

/**
 * Who the regulation speaks for.
 *
 * @param code the code in the subject of a letter (R4)
 * @param address where letters go (R1)
 * @param phone the call center (R25)
 */
public record Service(String code, String address, String phone, Names name) {}
