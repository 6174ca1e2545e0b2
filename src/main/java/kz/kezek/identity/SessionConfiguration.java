package kz.kezek.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in the database: what their cookie looks like, how long they last, and that they hold text only. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    static final Duration IDLE = Duration.ofHours(2);

    @Bean
    CookieSerializer sessionCookie(WebSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.sessionCookieName());
        cookie.setUseSecureCookie(settings.https());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** Instead of Java serialization: what is not text does not get into a session, and nothing else comes out. */
    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, value -> {
            if (value instanceof String text) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            throw new IllegalArgumentException(
                    "a session holds text only, not a " + value.getClass().getName());
        });
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upsertsOfPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> endsIdleSessions() {
        return repository -> repository.setDefaultMaxInactiveInterval(IDLE);
    }
}
