package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The connection properties of Angus Mail that one account needs: timeouts on everything, TLS with the name checked. */
final class MailboxTls {

    private MailboxTls() {}

    static Properties properties(String protocol, MailboxSettings.Account account) throws IOException {
        String prefix = "mail." + protocol + ".";
        String timeout = Long.toString(account.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        boolean startTls = account.tls() == MailboxSettings.Tls.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        if (!account.trust().isEmpty()) {
            properties.put(
                    prefix + "ssl.socketFactory", trusting(account.trust()).getSocketFactory());
        }
        return properties;
    }

    private static SSLContext trusting(String file) throws IOException {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("trusted-" + count++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " has no usable certificates: " + e.getMessage(), e);
        }
    }
}
