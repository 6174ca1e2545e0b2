package kz.kezek.workspace;

import kz.kezek.applicant.Language;

/**
 * A text short enough to be sent as SMS, with its honest price: GSM 03.38 has 160 characters in one message and 153 in each of
 * several, a text with any other letter goes as UCS-2 with 70 and 67 (3GPP TS 23.038, 23.040).
 */
public record SmsText(Language language, String text) {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes two places: an escape and itself. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_IN_PARTS = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_IN_PARTS = 67;

    /** Whether every character is in the alphabet of GSM 03.38, and none needs UCS-2. */
    public boolean gsm() {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    /** How many places the text takes. */
    public int length() {
        return text.codePoints().map(this::places).sum();
    }

    /** How many places one message has. */
    public int alone() {
        return gsm() ? GSM_ALONE : UCS_ALONE;
    }

    /** How many messages it is; no character is cut in two. */
    public int parts() {
        if (length() <= alone()) {
            return 1;
        }
        int room = gsm() ? GSM_IN_PARTS : UCS_IN_PARTS;
        int parts = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int places = places(character);
            if (used + places > room) {
                parts++;
                used = 0;
            }
            used += places;
        }
        return parts;
    }

    private int places(int character) {
        return gsm() ? EXTENDED.indexOf(character) >= 0 ? 2 : 1 : Character.charCount(character);
    }
}
