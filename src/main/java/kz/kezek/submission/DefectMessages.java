package kz.kezek.submission;

import java.util.ResourceBundle;
import kz.kezek.applicant.Language;

/** The messages of defects in the three languages, from {@code submission/defects_*.properties}. */
final class DefectMessages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private DefectMessages() {}

    static String of(String code, Language language) {
        return ResourceBundle.getBundle("submission.defects", language.locale(), NO_FALLBACK)
                .getString(code);
    }
}
