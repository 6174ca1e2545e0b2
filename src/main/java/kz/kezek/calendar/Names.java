package kz.kezek.calendar;

import java.util.Locale;

/** One name in Russian, Kazakh and English; all three empty when the day has no name of its own. */
public record Names(String ru, String kk, String en) {

    public static final Names NONE = new Names("", "", "");

    public boolean isEmpty() {
        return ru.isEmpty() && kk.isEmpty() && en.isEmpty();
    }

    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "kk" -> kk;
            case "en" -> en;
            default -> ru;
        };
    }
}
