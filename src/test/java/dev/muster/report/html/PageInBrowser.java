package dev.muster.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page in a real browser, opened once for all tests of a class, and what holds for every page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageInBrowser {
    Path folder;
    Browser browser;
    Path page;

    abstract String html();

    @BeforeAll
    void open(@TempDir Path made) throws IOException {
        folder = made;
        browser = Browser.open();
        page = Files.writeString(folder.resolve("page.html"), html());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void fits_its_window_with_everything_unfolded_and_no_complaint(int width, String scheme) {
        browser.show(page, width, scheme);
        browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)");

        long wide = browser.ask("return document.documentElement.scrollWidth");
        assertThat(wide).isLessThanOrEqualTo(width);
        assertThat(browser.complaints()).isEmpty();
    }
}
