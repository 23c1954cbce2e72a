package dev.muster.http;

import dev.muster.diagnostic.EnvironmentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that a workspace's server may be signed by: those of Java, and those of a file in PEM form. */
final class TrustedCertificates {
    /** Whole parts of a PEM file that are no certificate (RFC 7468); a part that is cut stays, and is refused. */
    private static final Pattern OTHER_PART =
            Pattern.compile("(?s)-----BEGIN ((?:(?!CERTIFICATE-----)[A-Z0-9 ])+)-----.*?-----END \\1-----");

    private TrustedCertificates() {}

    /**
     * Settings for TLS that believe Java's authorities and these.
     *
     * @throws EnvironmentException when the file holds no certificate; {@code source} says where it was named
     */
    static SSLContext with(Path file, String source) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            add(store, "java", List.of(javas().getAcceptedIssuers()));
            add(store, "file", certificates(file, source));
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory(store).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(file, source, String.valueOf(e.getMessage()), e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file, String source) {
        try (var in = new ByteArrayInputStream(certificatesAlone(Files.readAllBytes(file)))) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("it holds no certificate");
            }
            return found;
        } catch (CertificateException e) {
            throw unusable(file, source, "it holds no certificates in PEM form", e);
        } catch (IOException e) {
            throw unusable(file, source, Files.exists(file) ? "it cannot be read" : "there is no such file", e);
        }
    }

    /** Files of authorities hold comments, keys and lists of what was called back beside certificates, which Java refuses. */
    private static byte[] certificatesAlone(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ")
                ? OTHER_PART.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1)
                : file;
    }

    private static EnvironmentException unusable(Path file, String source, String why, Exception cause) {
        return new EnvironmentException(
                "the certificates of " + source + " cannot be used: " + why + " (" + file + ")", cause);
    }

    private static void add(KeyStore store, String prefix, Collection<? extends Certificate> certificates)
            throws GeneralSecurityException {
        int number = 0;
        for (var certificate : certificates) {
            store.setCertificateEntry(prefix + number++, certificate);
        }
    }

    private static X509TrustManager javas() throws GeneralSecurityException {
        return (X509TrustManager) factory(null).getTrustManagers()[0];
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
