package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build is made of: the same today and in a year, unless a reviewed change says otherwise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildTest {
    private static final Pattern VERSION = Pattern.compile("<(?:version|[\\w.-]+\\.version)>([^<]*)</");
    private static final Pattern MOVING = Pattern.compile(".*SNAPSHOT|LATEST|RELEASE|.*[\\[(,)\\]+*].*|\\s*");

    @Test
    void every_version_is_fixed() throws IOException {
        assertThat(versions(pom())).hasSizeGreaterThan(40).noneMatch(BuildTest::moves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-SNAPSHOT", "LATEST", "[1.0,2.0)", "1.+", ""})
    void a_version_that_moves_is_found(String version) {
        assertThat(versions("<version>" + version + "</version>")).allMatch(BuildTest::moves);
    }

    @Test
    void the_build_itself_refuses_what_moves_and_knows_no_time() throws IOException {
        assertThat(pom())
                .contains("<requirePluginVersions/>", "<banDynamicVersions/>", "<project.build.outputTimestamp>20")
                .doesNotContain("<repository>", "<pluginRepository>");
    }

    /** Without our own version at its head, and without the oldest Maven and Java that will do. */
    private static String pom() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        return pom.substring(pom.indexOf("<properties>"))
                .replaceAll("(?s)<require(Maven|Java)Version>.*?</require\\1Version>", "");
    }

    private static List<String> versions(String pom) {
        return VERSION.matcher(pom)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static boolean moves(String version) {
        return MOVING.matcher(version).matches();
    }
}
