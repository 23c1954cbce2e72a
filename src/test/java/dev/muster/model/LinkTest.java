package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shop now: https://example.com/sale | example.com | true",
                "(see https://example.com.) | example.com | true",
                "HTTPS://EXAMPLE.COM:8443/a?b#c | example.com | true",
                "http://example.com | example.com | false",
                "at www.example.com, today | www.example.com | false",
                "go to bit.ly/abc | bit.ly | false",
                "https://bank.example@evil.example/login | evil.example | true",
                "https://evil.example\\@bank.example/ | evil.example | true",
                "*https://example.com/sale* | example.com | true",
                "https://example.com/{name}?x=1 | example.com | true",
                "https://{city}.example.com/ | {city}.example.com | true",
                "https://bücher.example/ | bücher.example | true",
            })
    void the_host_of_a_link_is_where_it_leads(String text, String host, boolean isHttps) {
        assertThat(Link.in(text)).singleElement().satisfies(link -> {
            assertThat(link.host()).isEqualTo(host);
            assertThat(link.isHttps()).isEqualTo(isHttps);
            assertThat(link.hasBareAddress()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://203.0.113.7/x",
                "https://203.0.113.7:8080",
                "https://3405803783/",
                "https://0x7f.1/",
                "https://[2001:db8::1]/x",
                "https://example.com@203.0.113.7/"
            })
    void an_address_without_a_name_is_recognised(String text) {
        assertThat(Link.in(text)).singleElement().matches(Link::hasBareAddress);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use code HOLIDAY30.",
                "24/7 and and/or",
                "from 24.12/25.12",
                "e.g./i.e.",
                "Write to sales@example.com/now",
                "version 1.2.3"
            })
    void what_is_no_link_is_left_alone(String text) {
        assertThat(Link.in(text)).isEmpty();
    }

    @Test
    void all_links_are_found_in_their_order() {
        assertThat(Link.in("https://b.example/1 then http://a.example and https://b.example/2"))
                .extracting(Link::host)
                .containsExactly("b.example", "a.example", "b.example");
    }
}
