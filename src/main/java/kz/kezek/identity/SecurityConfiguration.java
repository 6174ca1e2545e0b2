package kz.kezek.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who may ask for what over HTTP: machines by a bearer token and nothing else, people by a session and nothing else. What a
 * rule does not open is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class SecurityConfiguration {

    private static final String[] OPEN_ASSETS = {"/assets/**", "/vendor/**", "/webjars/**", "/favicon.ico"};
    private static final String[] OPEN_HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    /** The applicants' pages: nobody signs in there, so no cookie gives a right that a stranger's form could borrow. */
    private static final String[] PUBLIC_PAGES = {
        "/", "/rules", "/request/**", "/s/**", "/status", "/help/**", "/incidents.atom", "/accessibility", "/privacy"
    };

    private static final String AGENT = Role.AGENT.name();
    private static final String SHIFT_LEAD = Role.SHIFT_LEAD.name();
    private static final String SUPERVISOR = Role.SUPERVISOR.name();
    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();
    private static final String AUDITOR = Role.AUDITOR.name();

    @Bean
    SecurityHeaders securityHeaders(WebSettings settings) {
        return new SecurityHeaders(settings);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headersOfTheServer(SecurityHeaders headers) {
        return server -> server.addEngineValves(headers.valve());
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http, SecurityHeaders headers, WebSettings settings, TokenIssuer issuer, Clock clock) {
        var problems = new ApiProblems();
        return http.securityMatcher("/api/**", "/actuator/**")
                .headers(headers)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new BearerTokens(issuer, problems, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> openToMachines(requests, settings))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain visitors(HttpSecurity http, SecurityHeaders headers) {
        return http.securityMatcher(PUBLIC_PAGES)
                .headers(headers)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            SecurityHeaders headers,
            JdbcClient jdbc,
            Journal journal,
            TransactionOperations tx,
            Clock clock) {
        var pages = new SignInPages();
        return http.headers(headers)
                .securityContext(c -> c.securityContextRepository(new AgentSessions(new Agents(jdbc))))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.authenticationDetailsSource(SignInDetails::new)
                        .loginPage(SignInPages.PAGE)
                        .successHandler(pages)
                        .failureHandler(pages))
                .logout(logout -> logout.addLogoutHandler(journalled(journal, tx, clock))
                        .logoutSuccessUrl(SignInPages.PAGE + "?signedout"))
                .exceptionHandling(e -> e.authenticationEntryPoint(pages).accessDeniedHandler(pages))
                .authorizeHttpRequests(SecurityConfiguration::openToPeople)
                .build();
    }

    private static void openToMachines(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            WebSettings settings) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(OPEN_HEALTH)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                .access((caller, context) ->
                        new AuthorizationDecision(mayReadMetrics(caller.get(), context.getRequest(), settings)))
                .requestMatchers("/actuator/**")
                .hasRole(ADMINISTRATOR)
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasAnyRole(AGENT, AUDITOR)
                .requestMatchers("/api/**")
                .hasRole(AGENT)
                .anyRequest()
                .denyAll();
    }

    private static void openToPeople(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(OPEN_ASSETS)
                .permitAll()
                .requestMatchers("/login", "/logout", "/preferences", "/error")
                .permitAll()
                .requestMatchers("/profile/**")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/admin/audit/**")
                .hasAnyRole(ADMINISTRATOR, AUDITOR)
                .requestMatchers("/admin/letters/**", "/admin/letters")
                .hasRole(SUPERVISOR)
                .requestMatchers("/admin/**")
                .hasRole(ADMINISTRATOR)
                .requestMatchers(HttpMethod.GET, "/lead/**")
                .hasAnyRole(SHIFT_LEAD, AUDITOR)
                .requestMatchers("/lead/**")
                .hasRole(SHIFT_LEAD)
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(AGENT, AUDITOR)
                .requestMatchers(HttpMethod.POST, "/desk/search")
                .hasAnyRole(AGENT, AUDITOR)
                .anyRequest()
                .hasRole(AGENT);
    }

    private static boolean mayReadMetrics(Authentication caller, HttpServletRequest request, WebSettings settings) {
        if (caller.getPrincipal() instanceof Caller known) {
            return known.may(Role.ADMINISTRATOR) || known.may(Role.AUDITOR);
        }
        // A proxy on this machine comes from loopback too, and says so.
        boolean forwarded = request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
        return settings.metricsFromLoopback()
                && !forwarded
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static LogoutHandler journalled(Journal journal, TransactionOperations transaction, Clock clock) {
        return (request, response, authentication) -> {
            if (authentication != null && authentication.getPrincipal() instanceof SignedInAgent agent) {
                var act = Act.of("agent:" + agent.id(), "agent.signed-out", agent.login());
                transaction.executeWithoutResult(status -> journal.record(act, agent.actor(), clock.instant()));
            }
        };
    }
}
