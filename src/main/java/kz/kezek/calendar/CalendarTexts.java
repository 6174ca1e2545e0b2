package kz.kezek.calendar;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The calendar's words in one language, from {@code calendar/texts_*.properties}. */
final class CalendarTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, CalendarTexts> TEXTS = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;
    /** Each is cloned to be used: it is read once, and used by one at a time. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private CalendarTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("calendar.texts", locale, NO_FALLBACK);
    }

    /** Russian, Kazakh or English; any other language reads Russian. */
    static CalendarTexts of(Locale locale) {
        String language = locale.getLanguage();
        String known = language.equals("kk") || language.equals("en") ? language : "ru";
        return TEXTS.computeIfAbsent(known, tag -> new CalendarTexts(Locale.of(tag)));
    }

    Locale locale() {
        return locale;
    }

    String text(String key) {
        return bundle.getString(key);
    }

    /** A text with plurals and places {0}, {1}; numbers are written plainly, without grouping. */
    String format(String key, Object... arguments) {
        MessageFormat parsed = formats.computeIfAbsent(key, written -> new MessageFormat(text(written), locale));
        return ((MessageFormat) parsed.clone()).format(arguments);
    }

    String kind(DayKind kind) {
        return text("kind." + kind.name());
    }
}
