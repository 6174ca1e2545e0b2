package kz.kezek.workspace;

import java.util.Optional;

/**
 * Who writes.
 *
 * @param identifier the masked ИИН, or the БИН, which is not masked
 * @param address empty when letters cannot reach the applicant
 * @param reveal where to post to see the whole ИИН (the view is journalled); absent when it may not be seen
 * @param giveAddress where an address is given to an applicant without one
 */
public record ApplicantCard(
        String name,
        Optional<Identifier> identifier,
        String address,
        Optional<String> phone,
        int tickets,
        Optional<String> reveal,
        Optional<String> giveAddress) {

    /** ИИН or БИН as it may be shown. */
    public record Identifier(Kind kind, String shown) {}

    /** Which number it is. */
    public enum Kind {
        IIN,
        BIN;

        /** The key of its name. */
        public String key() {
            return "identifier." + SlaView.dashed(name());
        }
    }
}
