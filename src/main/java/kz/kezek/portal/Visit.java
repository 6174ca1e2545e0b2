package kz.kezek.portal;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.Assets;

/**
 * What every public page shows around its own content.
 *
 * @param path the page's own address without a language, for the links to the other languages; never with a token in it when
 *     the page is not the applicant's own
 */
public record Visit(PublicWords words, Assets assets, Look look, Office office, Contact contact, String path) {

    /** The languages in the order in which the pages offer them: the state language first. */
    public static final List<Language> LANGUAGES = List.of(Language.KK, Language.RU, Language.EN);

    private static final String SANS = "vendor/ibm-plex-sans-5.3.0/ibm-plex-sans-";
    private static final String SERIF = "vendor/ibm-plex-serif-5.3.0/ibm-plex-serif-";

    private static final Map<Language, List<String>> FONTS = Map.of(
            Language.RU,
            List.of(SANS + "latin-wght-normal.woff2", SANS + "cyrillic-wght-normal.woff2"),
            Language.KK,
            List.of(
                    SANS + "latin-wght-normal.woff2",
                    SANS + "cyrillic-wght-normal.woff2",
                    SANS + "cyrillic-ext-wght-normal.woff2"),
            Language.EN,
            List.of(SANS + "latin-wght-normal.woff2", SERIF + "latin-600-normal.woff2"));

    /** The text of a key: templates read {@code ${visit.text("rules.title")}}. */
    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** The text of a key whose pattern has markup of its own. */
    public Content rich(String key, Object... arguments) {
        return words.rich(key, arguments);
    }

    /** The language of the page. */
    public Language language() {
        return words.language();
    }

    /** The fonts that any page in its language needs at once. */
    public List<String> fonts() {
        return FONTS.getOrDefault(language(), List.of());
    }

    /** How the page is to look: the theme's word, empty for the system's; large type and strong contrast. */
    public record Look(String theme, boolean large) {}

    /** Whether people are at work, and until when or from when, in words. */
    public record Office(boolean open, String boundary) {}

    /** How to reach the service; the hours in words. */
    public record Contact(String phone, String address, String hours) {}

    /** The places that the head of each page leads to. */
    public enum Way {
        SERVICE("/"),
        RULES("/rules"),
        REQUEST("/request"),
        HELP("/help"),
        STATUS("/status");

        private final String href;

        Way(String href) {
            this.href = href;
        }

        /** Its address. */
        public String href() {
            return href;
        }

        /** The key of its name in the texts. */
        public String key() {
            return "way." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
