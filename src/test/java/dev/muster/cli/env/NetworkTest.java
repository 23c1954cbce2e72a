package dev.muster.cli.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.Workstation;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.testing.PrivateCertificates;
import dev.muster.testing.Relay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A workspace that is reached as in many companies: by a forwarding proxy, which alone knows the host's address, and with a
 * certificate that the company itself signed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkTest {
    private static final String HOST = "seax.example";
    private static final String OPEN = "HTTP/1.1 200 Connection established";
    private static final String PASSWORD =
            "Basic " + Base64.getEncoder().encodeToString("ada:canary+4f2a".getBytes(StandardCharsets.UTF_8));

    @TempDir
    static Path company;

    @TempDir
    Path folder;

    private static PrivateCertificates certificates;
    private final Map<String, String> environment = new HashMap<>(Map.of("USER", "ada"));
    private Sandbox seax;
    private Relay tls;
    private Relay proxy;

    @BeforeAll
    static void sign() {
        certificates = new PrivateCertificates(company, HOST);
    }

    @BeforeEach
    void open() throws IOException {
        seax = Sandbox.start(folder.resolve("seax"), Instant.parse("2026-11-30T09:00:00Z"), SandboxOptions.standard());
        tls = Relay.endingTls(certificates.server(), seax.baseUrl().getPort());
        proxy = Relay.proxy(tls.port(), asked -> OPEN);
        environment.put("SEAX_API_KEY", seax.apiKey());
        project("");
        Files.writeString(folder.resolve("campaigns/test.yaml"), """
                kind: campaign
                key: system-test
                name: System test
                owner: crm-team
                audience: {any: [staff_test]}
                senders: [Sales Line]
                message: {text: This is a test of our message system. Nothing to do for you.}
                schedule: immediately
                """);
    }

    @AfterEach
    void close() {
        proxy.close();
        tls.close();
        seax.close();
    }

    private void project(String settings) throws IOException {
        Files.createDirectories(folder.resolve("campaigns"));
        Files.writeString(folder.resolve("campaigns/muster.yaml"), """
                kind: project
                default_workspace: office
                workspaces:
                  office:
                    base_url: https://%s%s
                    workspace_id: %s
                %s""".formatted(
                        HOST, seax.baseUrl().getPath(), seax.workspaceId(), settings));
    }

    private String address(Relay relay) {
        return "http://127.0.0.1:" + relay.port();
    }

    private Workstation.Said run(String... command) {
        return new Workstation(folder, environment, Clock.fixed(seax.now(), java.time.ZoneOffset.UTC)).run(command);
    }

    private void replaceProxy(Relay other) {
        proxy.close();
        proxy = other;
    }

    @Test
    void the_environment_leads_through_the_proxy_and_names_the_authority() {
        environment.put("HTTPS_PROXY", address(proxy));
        environment.put("SSL_CERT_FILE", certificates.authority().toString());

        assertThat(run("init").code()).isZero();
        var sent = run("apply", "--confirm", "6");

        assertThat(sent.code()).as(sent.out() + sent.err()).isZero();
        assertThat(seax.ledger().messages()).isEqualTo(6);
        assertThat(proxy.heard())
                .isNotEmpty()
                .allMatch(asked -> asked.startsWith("CONNECT " + HOST + ":443 HTTP/1.1\r\n"))
                .noneMatch(asked -> asked.contains(seax.apiKey()));
        assertThat(run("doctor").out())
                .contains("by the proxy 127.0.0.1:" + proxy.port() + " (HTTPS_PROXY), certificates of "
                        + certificates.authority() + " (SSL_CERT_FILE) beside Java's");
    }

    @Test
    void the_workspace_s_own_settings_come_before_the_environment() throws IOException {
        environment.put("https_proxy", "http://127.0.0.1:1");
        environment.put("SSL_CERT_FILE", "/nowhere.pem");
        project("    proxy: " + address(proxy) + "\n    ca_file: " + certificates.authority() + "\n");

        assertThat(run("phones").out()).contains("Sales Line");
        assertThat(run("doctor").out()).contains("(`proxy` of the workspace)", "(`ca_file` of the workspace)");
    }

    @Test
    void the_proxy_s_password_reaches_the_proxy_alone_and_no_output() {
        replaceProxy(Relay.proxy(
                tls.port(),
                asked -> asked.contains("Proxy-Authorization: " + PASSWORD + "\r\n")
                        ? OPEN
                        : "HTTP/1.1 407 Proxy Authentication Required"));
        environment.put("SSL_CERT_FILE", certificates.authority().toString());
        environment.put("HTTPS_PROXY", "http://ada:canary%2B4f2a@127.0.0.1:" + proxy.port());

        assertThat(run("init").code()).isZero();
        assertThat(run("phones").out()).contains("Sales Line");
        assertThat(seax.requests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.toString()).doesNotContainIgnoringCase("proxy-authorization"));
        var said = run("doctor", "--debug");
        assertThat(said.out() + said.err()).doesNotContain("canary").doesNotContain(PASSWORD);

        var hooked = run("apply", "--confirm", "6", "--webhook", "https://" + HOST + "/hook");
        assertThat(hooked.err()).contains("it answered 401").doesNotContain("canary");

        environment.put("HTTPS_PROXY", address(proxy));
        var refused = run("phones");
        assertThat(refused.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(refused.err()).contains("The proxy wants a user and a password", "HTTPS_PROXY");
    }

    @Test
    void without_the_authority_nothing_is_sent_and_the_message_says_what_to_write() {
        environment.put("HTTPS_PROXY", address(proxy));
        var said = run("plan");

        assertThat(said.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(said.err())
                .contains("nobody whom this machine trusts signed the certificate", "`ca_file`", "SSL_CERT_FILE")
                .doesNotContain("PKIX");
        assertThat(seax.requests()).isEmpty();
    }

    @Test
    void a_certificate_for_another_host_is_refused_whoever_signed_it() throws IOException {
        environment.put("HTTPS_PROXY", address(proxy));
        environment.put("SSL_CERT_FILE", certificates.authority().toString());
        var project = folder.resolve("campaigns/muster.yaml");
        Files.writeString(project, Files.readString(project).replace(HOST, "other.example"));

        var said = run("plan");
        assertThat(said.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(said.err()).contains("no secure connection", "other.example");
        assertThat(seax.requests()).isEmpty();
    }

    /** The tunnel breaks before a byte of the request: nothing was sent, and nobody need doubt it. */
    @Test
    void a_post_for_which_the_proxy_opens_no_way_was_not_sent() {
        environment.put("HTTPS_PROXY", address(proxy));
        environment.put("SSL_CERT_FILE", certificates.authority().toString());
        run("init");
        int before = proxy.heard().size();
        run("plan");
        int reads = proxy.heard().size() - before;
        var tunnels = new java.util.concurrent.atomic.AtomicInteger();
        replaceProxy(Relay.proxy(
                tls.port(),
                asked -> asked.isEmpty() || tunnels.incrementAndGet() <= reads ? OPEN : "HTTP/1.1 502 Bad Gateway"));
        environment.put("HTTPS_PROXY", address(proxy));

        var said = run("apply", "--confirm", "6");

        assertThat(seax.ledger().messages()).isZero();
        assertThat(said.code()).as(said.out() + said.err()).isNotIn(0, ExitCode.DOUBT.number());
        assertThat(said.out() + said.err()).contains("the proxy opened no way to the host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"seax.example", ".example", "*.example", "other,seax.example:443", "*", "other SEAX.EXAMPLE."})
    void what_no_proxy_names_is_asked_directly(String exceptions) {
        environment.put("HTTPS_PROXY", address(proxy));
        environment.put("NO_PROXY", exceptions);

        assertThat(run("doctor").out()).contains("directly");
        assertThat(proxy.heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example:3128, 'it begins with https:, and only http: is known'",
        "socks5://ada:canary-4f2a@proxy.example:1080, only http: is known",
        "http://proxy.example, it is not of the form http://host:port",
        "http://ada:canary-4f2a@proxy.example:99999, it is not of the form http://host:port",
        "http://proxy.example:3128/path, it is not of the form http://host:port",
        "http://ada:canary 4f2a@proxy:1, it is not of the form http://host:port"
    })
    void an_address_that_is_no_proxy_is_refused_before_anything_is_asked(String address, String why) {
        environment.put("ALL_PROXY", address);
        var said = run("plan");
        assertThat(said.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(said.err())
                .contains("the proxy of ALL_PROXY cannot be used", why)
                .doesNotContain("canary");
    }

    @Test
    void a_file_of_authorities_may_hold_more_than_certificates() throws IOException {
        var parts = "# the company's authority\r\n-----BEGIN PRIVATE KEY-----\r\nQUJD\r\n-----END PRIVATE KEY-----\r\n"
                + Files.readString(certificates.authority()).replace("\n", "\r\n")
                + "-----BEGIN X509 CRL-----\r\nQUJD\r\n-----END X509 CRL-----\r\n";
        environment.put("HTTPS_PROXY", address(proxy));
        environment.put(
                "SSL_CERT_FILE",
                Files.writeString(folder.resolve("bundle.pem"), parts).toString());

        var said = run("doctor");
        assertThat(said.out())
                .contains("bundle.pem (SSL_CERT_FILE) beside Java's")
                .doesNotContain("failed");
        environment.put(
                "SSL_CERT_FILE",
                Files.writeString(folder.resolve("key.pem"), parts.substring(0, parts.indexOf("-----BEGIN CERT")))
                        .toString());
        assertThat(run("plan").err()).contains("it holds no certificates in PEM form", "key.pem");
    }

    @Test
    void who_refuses_the_connection_is_the_proxy() {
        proxy.close();
        environment.put("HTTPS_PROXY", address(proxy));

        assertThat(run("plan").err()).contains("the proxy 127.0.0.1:" + proxy.port() + " refused the connection");
    }

    @Test
    void a_file_without_certificates_is_refused_before_anything_is_asked() throws IOException {
        environment.put("HTTPS_PROXY", address(proxy));
        for (var content : new String[] {"", "no certificate at all", "-----BEGIN CERTIFICATE-----\nQUJD\n"}) {
            environment.put(
                    "SSL_CERT_FILE",
                    Files.writeString(folder.resolve("other.pem"), content).toString());
            assertThat(run("plan").err()).contains("the certificates of SSL_CERT_FILE cannot be used", "other.pem");
        }
        environment.put("SSL_CERT_FILE", folder.resolve("nowhere.pem").toString());
        assertThat(run("plan").err()).contains("there is no such file");
        environment.put("SSL_CERT_FILE", folder.toString());
        assertThat(run("plan").err()).contains("cannot be read");
        assertThat(proxy.heard()).isEmpty();
    }
}
