package dev.muster.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
            assertThat(link.host().unicode()).isEqualTo(host);
            assertThat(link.isHttps()).isEqualTo(isHttps);
            assertThat(link.host().isBareAddress()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/wiki/Terminator_(franchise), https://example.com/wiki/Terminator_(franchise)",
        "(https://example.com/wiki/Terminator_(franchise)), https://example.com/wiki/Terminator_(franchise)",
        "(https://example.com/sale), https://example.com/sale",
        "https://example.com/a(b).), https://example.com/a(b)",
        "https://example.com/a_(b, https://example.com/a_(b"
    })
    void a_bracket_that_the_address_opens_belongs_to_it(String text, String address) {
        assertThat(Link.in(text))
                .singleElement()
                .satisfies(link -> assertThat(link.address()).isEqualTo(address));
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
        assertThat(Link.in(text)).singleElement().matches(link -> link.host().isBareAddress());
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
                .extracting(link -> link.host().unicode())
                .containsExactly("b.example", "a.example", "b.example");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void each_text_of_the_table_holds_these_hosts(String text, List<String> links, List<String> possible) {
        assertThat(Link.in(text).stream().map(link -> link.host().ascii()).distinct())
                .as("links")
                .containsExactlyElementsOf(links);
        assertThat(Stream.concat(Link.hostsIn(text).stream(), Link.mailHostsIn(text).stream())
                        .map(HostName::ascii)
                        .distinct()
                        .filter(host -> !links.contains(host)))
                .as("hosts that only some phones see, and those of mail addresses")
                .containsExactlyElementsOf(possible);
    }

    @Test
    void the_table_is_large() throws IOException {
        assertThat(table()).hasSizeGreaterThan(120);
    }

    @Test
    void a_link_is_a_part_of_its_text() throws IOException {
        table().map(row -> (String) row.get()[0])
                .forEach(text -> assertThat(Link.in(text))
                        .allSatisfy(
                                link -> assertThat(text.substring(link.start())).startsWith(link.address())));
    }

    static Stream<Arguments> table() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/dev/muster/model/links.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(LinkTest::row);
    }

    private static Arguments row(String line) {
        var parts = line.split(" => ", 2);
        var hosts = parts[1].split(" \\? ", 2);
        return Arguments.of(unescaped(parts[0]), hosts(hosts[0]), hosts.length > 1 ? hosts(hosts[1]) : List.of());
    }

    private static List<String> hosts(String written) {
        return written.equals("-") ? List.of() : List.of(written.split(" ", -1));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})|\\\\n|\\\\\\\\")
                .matcher(text)
                .replaceAll(match -> {
                    var plain = match.group(1) != null
                            ? Character.toString((char) Integer.parseInt(match.group(1), 16))
                            : match.group().equals("\\n") ? "\n" : "\\";
                    return Matcher.quoteReplacement(plain);
                });
    }
}
