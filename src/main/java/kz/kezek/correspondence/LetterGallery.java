package kz.kezek.correspondence;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.kezek.applicant.Language;
import kz.kezek.regulation.Regulation;

/** Every letter by the texts that come with the program and by given rules, to be looked at without a desk or a database. */
public final class LetterGallery {

    private static final String NO_SECRET = "signs nothing that leaves";

    private final LetterComposer composer;
    private final LetterSamples samples;

    private LetterGallery(LetterComposer composer, LetterSamples samples) {
        this.composer = composer;
        this.samples = samples;
    }

    /** By these rules, in the calendar that comes with the program. */
    public static LetterGallery of(Regulation rules) {
        return new LetterGallery(
                composer(CorrespondenceConfiguration.deskOf(rules)), new LetterSamples(rules, rules.calendar()));
    }

    /** Composes what is only looked at: replies to it are known to nobody. */
    static LetterComposer composer(Desk desk) {
        SecretKey key = new SecretKeySpec(NO_SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        LetterTemplates shipped = LetterTemplates.shipped();
        return new LetterComposer(desk, key, () -> shipped);
    }

    /** The letter of this occasion in these languages. */
    public ComposedLetter letter(LetterSample sample, Language... languages) {
        return composer.compose(samples.letter(sample, languages), samples.envelope());
    }
}
