package kz.kezek.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the program is reached.
 *
 * @param https people come by HTTPS, here or at a proxy before us: cookies are Secure and {@code __Host-}, HSTS is sent
 * @param metricsFromLoopback a collector on this machine may read the metrics without a token; not behind a proxy
 */
@ConfigurationProperties("kezek.web")
record WebSettings(boolean https, boolean metricsFromLoopback) {

    String sessionCookieName() {
        return https ? "__Host-kezek" : "kezek";
    }
}
