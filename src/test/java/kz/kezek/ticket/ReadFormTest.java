package kz.kezek.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.kezek.submission.Confidence;
import kz.kezek.submission.Defect;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactFault;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FactSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The form as a ticket stores it. */
class ReadFormTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsAFormStoredBeforeFactsWereKept() {
        ReadForm form = JSON.readValue("""
                {"serviceCode": "СК", "personalIdSource": "SUBJECT", "checkDigitValid": true,
                 "items": {"2": "Chrome"}, "missing": [1, 3],
                 "defects": [{"code": "MISSING_EDS", "quotation": ""}, {"code": "BROWSER_VERSION_MISSING", "quotation": "Chrome"}]}
                """, ReadForm.class);

        assertThat(form.facts()).isEmpty();
        assertThat(form.keepsFacts()).isFalse();
        assertThat(form.missing()).containsExactly(1, 3);
        assertThat(form.defects().getFirst().found()).contains(new Defect.FactMissing(FactKind.EDS));
        assertThat(form.defects().getLast().found()).isEmpty();
    }

    @Test
    void comesBackAsItWasStored() {
        Defect defect = new Defect.InFact(FactKind.BROWSER, FactFault.BROWSER_VERSION_MISSING, "Chrome");
        ReadForm form = new ReadForm(
                "СК",
                "SUBJECT",
                true,
                Map.of("2", "Chrome"),
                List.of(1),
                List.of(ReadForm.FormDefect.of(defect)),
                List.of(new Fact(FactKind.BROWSER, "Chrome", "Chrome", FactSource.ITEM, Confidence.CERTAIN)));

        ReadForm read = JSON.readValue(JSON.writeValueAsString(form), ReadForm.class);

        assertThat(read).isEqualTo(form);
        assertThat(read.defects().getFirst().found()).contains(defect);
    }
}
