package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void areHashedByArgon2idWithTheRecommendedCost() {
        assertThat(passwords.hash("correct horse battery")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void areSaltedEachForItself() {
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(passwords.hash("correct horse battery"));
    }

    @Test
    void matchTheirOwnHashOnly() {
        String hash = passwords.hash("correct horse battery");

        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("Correct horse battery", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void ofNobodyCostAsMuchAsRealOnes() {
        assertThat(passwords.nobodys()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
