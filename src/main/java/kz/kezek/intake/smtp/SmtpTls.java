package kz.kezek.intake.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** The door's own certificate for STARTTLS (RFC 3207), TLS 1.2 or newer; read again when its files have changed. */
final class SmtpTls {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final char[] IN_MEMORY_ONLY = "in-memory".toCharArray();

    private final Path certificate;
    private final Path key;
    private @Nullable SSLContext context;
    private List<FileTime> readAsOf = List.of();

    SmtpTls(SmtpSettings.Tls settings) {
        this.certificate = Path.of(settings.certificate());
        this.key = Path.of(settings.key());
    }

    /** Puts TLS over the connection, as its server; the handshake is yet to come. */
    SSLSocket over(Socket plain) throws IOException {
        var secured = (SSLSocket) context().getSocketFactory().createSocket(plain, null, true);
        secured.setUseClientMode(false);
        secured.setEnabledProtocols(VERSIONS);
        return secured;
    }

    /** @throws IOException when the files cannot be used */
    synchronized SSLContext context() throws IOException {
        List<FileTime> now = List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
        SSLContext current = context;
        if (current == null || !now.equals(readAsOf)) {
            current = read();
            context = current;
            readAsOf = now;
        }
        return current;
    }

    private SSLContext read() throws IOException {
        try (InputStream pem = Files.newInputStream(certificate)) {
            Collection<? extends Certificate> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (chain.isEmpty()) {
                throw new IOException("no certificate in " + certificate);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("smtp", privateKey(), IN_MEMORY_ONLY, chain.toArray(Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY_ONLY);
            SSLContext read = SSLContext.getInstance("TLS");
            read.init(keys.getKeyManagers(), null, null);
            return read;
        } catch (GeneralSecurityException e) {
            throw new IOException(certificate + " and " + key + " cannot be used: " + e.getMessage(), e);
        }
    }

    private PrivateKey privateKey() throws IOException {
        try (Reader text = Files.newBufferedReader(key);
                PEMParser pem = new PEMParser(text)) {
            var converter = new JcaPEMKeyConverter();
            for (Object block = pem.readObject(); block != null; block = pem.readObject()) {
                if (block instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
                if (block instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
            throw new IOException("no private key in " + key);
        }
    }
}
