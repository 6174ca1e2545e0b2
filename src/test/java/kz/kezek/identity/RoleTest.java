package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "AGENT, AGENT",
        "SHIFT_LEAD, AGENT SHIFT_LEAD",
        "SUPERVISOR, AGENT SHIFT_LEAD SUPERVISOR",
        "ADMINISTRATOR, AGENT SHIFT_LEAD SUPERVISOR ADMINISTRATOR",
        "AUDITOR, AUDITOR"
    })
    void includesTheRolesBelowItAndTheAuditorStandsApart(Role role, String included) {
        var expected = Arrays.stream(included.split(" ")).map(Role::valueOf).collect(Collectors.toSet());

        assertThat(Role.withIncluded(Set.of(role))).isEqualTo(expected);
    }
}
