package kz.kezek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kz.kezek.journal.Actor.AgentActor;
import kz.kezek.journal.Actor.ApplicantActor;
import kz.kezek.journal.Actor.SystemActor;
import kz.kezek.journal.Actor.TokenActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @Test
    void isTheSameAfterBeingWrittenAndRead() {
        var everyKind = List.of(new AgentActor(12), new TokenActor(3), new SystemActor("sla"), new ApplicantActor());

        assertThat(everyKind).extracting(Actor::code).containsExactly("agent:12", "token:3", "system:sla", "applicant");
        assertThat(everyKind)
                .allSatisfy(actor -> assertThat(Actor.ofCode(actor.code())).isEqualTo(actor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "agent:", "agent:x", "system:", "system:А", "token"})
    void isNotReadFromAnythingElse(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.ofCode(code));
    }
}
