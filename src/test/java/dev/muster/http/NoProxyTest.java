package dev.muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoProxyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | example.com | 443 | true",
                "example.com | api.example.com | 443 | true",
                "example.com | badexample.com | 443 | false",
                "example.com | example.com.evil.test | 443 | false",
                ".example.com | api.example.com | 443 | true",
                "*.example.com | api.example.com | 443 | true",
                "EXAMPLE.com. | Api.Example.COM. | 443 | true",
                "example.com:8443 | example.com | 8443 | true",
                "example.com:8443 | example.com | 443 | false",
                "a.test, b.test | b.test | 443 | true",
                "a.test b.test | b.test | 443 | true",
                "* | example.com | 443 | true",
                ", ,, | example.com | 443 | false",
                ". | example.com | 443 | false",
                "10.0.0.0/8 | 10.200.3.4 | 443 | true",
                "10.0.0.0/8 | 11.0.0.1 | 443 | false",
                "192.168.1.128/25 | 192.168.1.127 | 443 | false",
                "10.0.0.0/8 | ten.example.com | 443 | false",
                "10.0.0.0/99 | 10.0.0.1 | 443 | false",
                "0.0.0.0/0 | 8.8.8.8 | 443 | true",
                "2001:db8::/32 | [2001:db8::1] | 443 | true",
                "2001:db8::1 | [2001:db8::1] | 443 | true",
                "[2001:db8::1]:8443 | [2001:db8::1] | 443 | false",
                "nothing.test | localhost | 443 | true",
                "nothing.test | api.localhost | 443 | true",
                "nothing.test | 127.9.9.9 | 443 | true",
                "nothing.test | [::1] | 443 | true",
                "nothing.test | localhost.example.com | 443 | false",
            })
    void names_hosts_that_are_asked_directly(String list, String host, int port, boolean direct) {
        assertThat(NoProxy.of(list).covers(host, port)).isEqualTo(direct);
    }
}
