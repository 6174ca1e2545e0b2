package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.kezek.applicant.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectMessagesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAMessageForEveryDefectAndForNothingElse(Language language) {
        List<String> codes = new ArrayList<>();
        everyDefect().forEach(defect -> codes.add(defect.code()));

        assertThat(everyDefect())
                .allSatisfy(defect -> assertThat(defect.message(language)).isNotBlank());
        assertThat(ResourceBundle.getBundle("submission.defects", Locale.of(language.tag()))
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    private static List<Defect> everyDefect() {
        List<Defect> defects = new ArrayList<>();
        for (SubjectFault fault : SubjectFault.values()) {
            defects.add(new Defect.InSubject(fault, ""));
        }
        for (IdDefect fault : IdDefect.values()) {
            defects.add(new Defect.InId(fault, ""));
        }
        for (LayoutFault fault : LayoutFault.values()) {
            defects.add(new Defect.InLayout(fault, ""));
        }
        for (FactFault fault : FactFault.values()) {
            defects.add(new Defect.InFact(FactKind.EDS, fault, ""));
        }
        for (FactKind fact : FactKind.values()) {
            if (fact.required()) {
                defects.add(new Defect.FactMissing(fact));
            }
        }
        return defects;
    }
}
