package dev.muster.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The compiled templates, and the style sheet that all pages share. */
final class HtmlTemplates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlTemplates.class.getClassLoader(), HtmlTemplates.class.getPackageName());

    static final String STYLE = render("style.jte", Map.of()).strip();
    static final String STYLE_HASH = "sha256-" + Base64.getEncoder().encodeToString(sha256(STYLE));

    private HtmlTemplates() {}

    static String render(String template, Map<String, Object> values) {
        var output = new StringOutput();
        ENGINE.render(template, values, output);
        return output.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
