package kz.kezek.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code KEZEK_BOOTSTRAP_TOKEN} at start: accepted with the administrator's role as long as the program is started with it;
 * a start without it ends it. At work before the first request is taken.
 */
@Component
final class BootstrapToken implements SmartInitializingSingleton {

    static final String VARIABLE = "KEZEK_BOOTSTRAP_TOKEN";

    /** What a bearer token may consist of (RFC 6750 §2.1), and 20 characters at least. */
    private static final Pattern SENDABLE = Pattern.compile("[A-Za-z0-9._~+/-]{20,200}=*");

    private final TokenIssuer issuer;
    private final Environment environment;
    private final Clock clock;

    BootstrapToken(TokenIssuer issuer, Environment environment, Clock clock) {
        this.issuer = issuer;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Optional<String> value =
                Optional.ofNullable(environment.getProperty(VARIABLE)).filter(v -> !v.isBlank());
        value.filter(v -> !SENDABLE.matcher(v).matches()).ifPresent(v -> {
            throw new IllegalStateException(VARIABLE + " must be 20 to 200 characters out of A-Z a-z 0-9 . _ ~ + / -");
        });
        issuer.bootstrap(value, clock.instant());
    }
}
